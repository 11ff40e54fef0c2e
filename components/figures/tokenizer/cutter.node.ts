/** While pages are built and tests run, texts are cut where they are asked for. */
export { cutText } from './cut';
