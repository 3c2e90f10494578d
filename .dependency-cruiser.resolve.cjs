// Where dependency-cruiser finds a library by its name: in the sources, so that the rules hold before anything is built.
// (The form is webpack's, which the tool reads; nothing is bundled with it.)
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const libraries = join(__dirname, 'libs');

module.exports = {
  resolve: {
    alias: Object.fromEntries(
      readdirSync(libraries).map((name) => [`@thidua/${name}$`, join(libraries, name, 'index.ts')]),
    ),
  },
};
