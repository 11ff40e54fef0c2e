import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The figure as scripts/prepare.tsx drew it, while the page is being written. */
export const stillMarkup = (id: string): string =>
  readFileSync(join(process.cwd(), '.generated/figures', `${id}.html`), 'utf8');
