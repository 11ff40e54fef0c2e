/** The runs of this page, and what was kept of earlier ones. */
import { createStore, get, set, type UseStore } from 'idb-keyval';
import type { LabSpec } from '@/labs/lab';
import { makeSession, type Session, type Snapshot } from '@/labs/session';

const sessions = new Map<string, Session>();

const spawn = () =>
  new Worker(new URL('../../labs/lab.worker.ts', import.meta.url), { type: 'module' });

/** Names that later versions of this site must still find. */
let opened: UseStore | undefined;
const store = () => (opened ??= createStore('warm-start-labs', 'runs'));

// Asynchronous as a whole: a browser may refuse the store at once.
const keep = async (id: string, snapshot: Snapshot) => set(id, snapshot, store());
const kept = async (id: string) => get<Snapshot>(id, store());

/** While a run goes on it is kept at most so often, in milliseconds. */
const KEEP_EVERY = 2_000;

/** Keeps what a run has found; where nothing can be kept (a private window), the page does without. */
function keepRuns(id: string, session: Session): void {
  let last = 0;
  session.subscribe(() => {
    const snapshot = session.snapshot();
    const isGoing = snapshot.state === 'running' || snapshot.state === 'loading';
    if (isGoing && Date.now() - last < KEEP_EVERY) return;
    last = Date.now();
    void keep(id, snapshot).catch(() => {});
  });
}

const versions = JSON.parse(process.env.NEXT_PUBLIC_LAB_VERSIONS ?? '{}') as Record<string, string>;

/** The one session of a lab on this page. */
export function sessionOf(spec: LabSpec): Session {
  const found = sessions.get(spec.id);
  if (found) return found;
  const session = makeSession(spec, spawn, versions[spec.id] ?? 'unknown');
  sessions.set(spec.id, session);
  void (async () => {
    const stored = await kept(spec.id).catch(() => undefined);
    if (stored) session.restore(stored);
    keepRuns(spec.id, session);
  })();
  return session;
}
