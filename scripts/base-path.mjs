/** Stands for the base path in a production build until relocation replaces it. */
export const PLACEHOLDER_BASE_PATH = '/__warm-start-base__';
