import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint({ cwd: process.cwd() });

/** The complaints about imports in a file that stands there and holds this line. */
async function complaints(filePath: string, line: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath });
  const messages = result?.messages ?? [];
  expect(messages.filter((m) => m.fatal)).toEqual([]);
  return messages
    .filter((m) => m.ruleId === 'no-restricted-imports' && m.severity === 2)
    .map((m) => m.message);
}

test.each([
  ['data/x.ts', "export { y } from '@/lib/x';"],
  ['data/models/x.ts', "export { y } from '../../lib/x';"],
  ['data/x.ts', "export { y } from '@/components/x';"],
  ['data/x.ts', "export { y } from '@/app/x';"],
  ['data/x.ts', "export { y } from '@/content/contents';"],
  ['data/x.ts', "export { y } from 'react';"],
  ['lib/x.ts', "export { y } from '@/components/x';"],
  ['lib/x.ts', "export { y } from '../components/x';"],
  ['lib/mdx/x.ts', "export { y } from '../../components/x';"],
  ['lib/x.ts', "export { y } from '@/app/x';"],
  ['lib/x.ts', "export { y } from '@/labs/x';"],
  ['lib/x.ts', "export { y } from 'react';"],
  ['lib/x.ts', "export { y } from 'react-dom/server';"],
  ['lib/x.ts', "export { y } from 'next/link';"],
  ['lib/x.ts', "export { y } from 'recharts';"],
  ['lib/x.ts', "import type { y } from '@/components/x';\nexport type Z = typeof y;"],
  ['labs/x.ts', "export { y } from '@/components/x';"],
  ['labs/x.ts', "export { y } from 'react';"],
  ['components/charts/x.tsx', "export { y } from '@/app/x';"],
  ['components/charts/x.tsx', "export { y } from '../../app/x';"],
  ['content/x.ts', "export { y } from '@/data';"],
  ['content/x.ts', "export { y } from './contents';"],
  ['content/x.ts', "export { y } from 'zod';"],
])('%s may not say: %s', async (filePath, line) => {
  expect(await complaints(filePath, line)).toHaveLength(1);
});

test.each([
  ['data/x.ts', "export { y } from './schema';"],
  ['data/models/x.ts', "export { y } from '../schema';"],
  ['data/x.ts', "export { z } from 'zod';"],
  ['lib/x.ts', "export { y } from '@/data';"],
  ['lib/x.ts', "export { y } from '@/data/schema';"],
  ['lib/mdx/x.ts', "export { y } from '@/lib/values';"],
  ['lib/x.ts', "export { y } from '@/content/contents';"],
  ['lib/x.ts', "export { y } from 'd3-dsv';"],
  ['lib/x.ts', "export { y } from './data/export';"],
  ['labs/x.ts', "export { y } from '@/lib/x';"],
  ['components/charts/x.tsx', "export { y } from '@/lib/figure';"],
  ['components/charts/x.tsx', "export { y } from '@/data';"],
  ['components/charts/x.tsx', "export { y } from 'react';"],
  ['components/data/x.tsx', "export { y } from '../charts/x';"],
  ['app/x.tsx', "export { y } from '@/components/x';"],
  ['app/x.tsx', "export { y } from '@/data';"],
  ['scripts/x.ts', "export { y } from '@/components/x';"],
])('%s may say: %s', async (filePath, line) => {
  expect(await complaints(filePath, line)).toEqual([]);
});
