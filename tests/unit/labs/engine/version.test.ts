import { expect, test } from 'vitest';
import { ENGINE } from '@/labs/engine/version';
import { dependencies } from '@/package.json';

test('receipts name the engine that is installed', () => {
  expect(ENGINE).toBe(`jax-js ${dependencies['@jax-js/jax']}`);
});
