/**
 * `npm run bench`: measurements of the export, as tables; `npm run bench -- figures`
 * runs one of them. Build first. No test reads these: machines differ.
 */
import { existsSync } from 'node:fs';
import { findBrowser } from '../find-browser';
import { serve } from '../serve';
import { figures } from './figures';
import { labs } from './labs';
import { pages } from './pages';

/** Measures the site at `address` and gives a table: row name → column → value. */
export type Bench = (site: {
  address: string;
  browserPath: string;
  only: readonly string[];
}) => Promise<Record<string, Record<string, unknown>>>;

const BENCHES: Readonly<Record<string, Bench>> = { pages, figures, labs };

const [name, ...only] = process.argv.slice(2);
const wanted = name === undefined ? Object.keys(BENCHES) : [name];
if (!wanted.every((one) => one in BENCHES)) {
  console.error(`✗ No such benchmark: ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
if (!existsSync('out/index.html')) {
  console.error('✗ Nothing to measure: run `npm run build` first');
  process.exit(1);
}
const browserPath = await findBrowser();
const { server, address } = await serve('out', process.env.BASE_PATH ?? '', 0, 9);
for (const one of wanted) {
  console.log(`▸ ${one}`);
  console.table(await BENCHES[one]!({ address, browserPath, only }));
}
server.close();
