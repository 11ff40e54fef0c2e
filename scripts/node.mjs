/** Runs a script of the project in a Node of its own, TypeScript included. */
import { spawnSync } from 'node:child_process';

/** @returns true when it ended well */
export function runScript(script, args = [], env = {}) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}
