/** `npm test`: installs what is missing and runs every check there is. */
import { ensureInstalled } from './install.mjs';
import { runScript } from './node.mjs';

ensureInstalled();
process.exit(runScript('scripts/run-tests.ts') ? 0 : 1);
