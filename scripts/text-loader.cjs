/** Bundler loader: a file as a module whose default export is its text. */
module.exports = (source) => `export default ${JSON.stringify(source)};`;
