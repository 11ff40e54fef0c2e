import { defineConfig, devices } from '@playwright/test';
import { LAUNCH_ARGUMENTS } from './scripts/find-browser';

/** Both places run the same tests: the root of a host, and a sub-path of one. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      args: LAUNCH_ARGUMENTS,
    },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'root' },
    // What does not depend on the address is measured once.
    {
      name: 'sub-path',
      testIgnore: ['axe.spec.ts', 'bytes.spec.ts', '*-each.spec.ts', 'lab-runs.spec.ts'],
    },
  ],
});
