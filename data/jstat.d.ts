/** The one function that is used of a library without types. */
declare module 'jstat' {
  const jStat: {
    studentt: {
      /** The value that a variable with Student's t-distribution stays below with a probability. */
      inv: (probability: number, freedom: number) => number;
    };
  };
  export default jStat;
}
