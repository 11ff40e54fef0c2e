import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/components/**/*.test.tsx'],
    environment: 'node',
    // No test measures time; this is for slow and busy machines.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
