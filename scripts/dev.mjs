/** `npm run dev`: live editing. Files made from the data are made again when data or figures change. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { ensureInstalled } from './install.mjs';
import { runScript } from './node.mjs';

ensureInstalled();
const prepare = () => runScript('scripts/prepare.tsx');
if (!prepare()) process.exit(1);

let timer;
for (const folder of ['data', 'components/figures', 'components/charts', 'lib']) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(prepare, 300);
  });
}
const next = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'dev', '--port', process.env.PORT ?? '3000'],
  {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  },
);
next.on('exit', (code) => process.exit(code ?? 0));
