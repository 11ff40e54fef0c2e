/** The runs of this page, one a lab. */
import type { LabSpec } from '@/labs/lab';
import { makeSession, type Session } from '@/labs/session';
import { findRun, keepRuns } from './kept-runs';

const sessions = new Map<string, Session>();

const spawn = () =>
  new Worker(new URL('../../labs/lab.worker.ts', import.meta.url), { type: 'module' });

const versions = JSON.parse(process.env.NEXT_PUBLIC_LAB_VERSIONS ?? '{}') as Record<string, string>;

/** The one session of a lab on this page. */
export function sessionOf(spec: LabSpec): Session {
  const found = sessions.get(spec.id);
  if (found) return found;
  const version = versions[spec.id] ?? 'unknown';
  const code = `${spec.v}-${version}`;
  const session = makeSession(spec, spawn, version);
  sessions.set(spec.id, session);
  void (async () => {
    const run = await findRun(spec.id, code).catch(() => undefined);
    // What is shown again needs not be kept again, and may be another tab's.
    if (run) session.restore(run);
    keepRuns(spec.id, code, session);
  })();
  return session;
}
