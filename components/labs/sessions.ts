/** The runs of this tab, which go on while the reader is on another page, and what was kept of earlier ones. */
import { createStore, get, set } from 'idb-keyval';
import type { LabSpec } from '@/labs/lab';
import { makeSession, type Session, type Snapshot } from '@/labs/session';

const sessions = new Map<string, Session>();

const spawn = () =>
  new Worker(new URL('../../labs/lab.worker.ts', import.meta.url), { type: 'module' });

/** Names that later versions of this site must still find. */
const store = () => createStore('warm-start-labs', 'runs');

/** While a run goes on it is kept at most so often, in milliseconds. */
const KEEP_EVERY = 2_000;

/** Keeps what a run has found; where nothing can be kept (a private window), the page does without. */
function keepRuns(id: string, session: Session): void {
  let kept = 0;
  session.subscribe(() => {
    const snapshot = session.snapshot();
    const isGoing = snapshot.state === 'running' || snapshot.state === 'loading';
    if (isGoing && Date.now() - kept < KEEP_EVERY) return;
    kept = Date.now();
    void set(id, snapshot, store()).catch(() => {});
  });
}

/** The one session of a lab in this tab. */
export function sessionOf(spec: LabSpec): Session {
  const found = sessions.get(spec.id);
  if (found) return found;
  const session = makeSession(spec, spawn, process.env.NEXT_PUBLIC_LABS_VERSION ?? 'unknown');
  sessions.set(spec.id, session);
  void (async () => {
    const stored = await get<Snapshot & { v?: number }>(spec.id, store()).catch(() => undefined);
    if (stored) session.restore(stored);
    keepRuns(spec.id, session);
  })();
  return session;
}
