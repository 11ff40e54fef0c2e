/** `npm start`: installs and builds what is missing, then serves the site. */
import { isBuilt, markBuilt } from './build-stamp.mjs';
import { ensureInstalled } from './install.mjs';
import { runScript } from './node.mjs';

ensureInstalled();
if (isBuilt()) {
  console.log('▸ Nothing changed since the last build');
} else {
  console.log('▸ Building the site (about a minute)');
  if (!runScript('scripts/build.ts')) process.exit(1);
  markBuilt();
}
process.exit(runScript('scripts/serve-out.ts') ? 0 : 1);
