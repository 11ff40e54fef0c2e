/** `npm run build`: installs what is missing and writes the export to out/. */
import { markBuilt } from './build-stamp.mjs';
import { ensureInstalled } from './install.mjs';
import { runScript } from './node.mjs';

ensureInstalled();
if (!runScript('scripts/build.ts')) process.exit(1);
markBuilt();
