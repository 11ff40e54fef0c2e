import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '@/scripts/find-browser';

const launch = vi.hoisted(() => vi.fn());
vi.mock('@playwright/test', () => ({
  chromium: { launch, executablePath: () => '/nowhere/of-playwright' },
}));

const starts = (...paths: string[]) =>
  launch.mockImplementation(({ executablePath }: { executablePath: string }) =>
    paths.includes(executablePath)
      ? Promise.resolve({ close: () => Promise.resolve() })
      : Promise.reject(new Error('no browser')),
  );

afterEach(() => {
  vi.unstubAllEnvs();
  launch.mockReset();
});

test('an explicit browser that starts is taken and no other tried', async () => {
  vi.stubEnv('PLAYWRIGHT_CHROMIUM_PATH', '/opt/my-chromium');
  starts('/opt/my-chromium');
  expect(await findBrowser()).toBe('/opt/my-chromium');
  expect(launch).toHaveBeenCalledTimes(1);
});

test('an explicit path from which nothing starts is an error, not a reason to look elsewhere', async () => {
  vi.stubEnv('PLAYWRIGHT_CHROMIUM_PATH', '/opt/nothing');
  starts();
  await expect(findBrowser()).rejects.toThrow('PLAYWRIGHT_CHROMIUM_PATH is "/opt/nothing"');
  expect(launch).toHaveBeenCalledTimes(1);
});
