/** What computes, as receipts and model cards name it; a test holds it against package.json. */
export const ENGINE = 'jax-js 0.1.25';
