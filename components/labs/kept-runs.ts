/** What a lab's last run had found, kept in this browser for the next visit. */
import { createStore, del, get, update, type UseStore } from 'idb-keyval';
import { EMPTY, isGoing, type Session, type Snapshot } from '@/labs/session';
import { holdRun, isRunHeld } from './run-lock';

interface Kept {
  /** Version of the lab and its code: another's records may have another shape. */
  code: string;
  snapshot: Snapshot;
}

/** Names that later versions of this site must still find. */
let opened: UseStore | undefined;
const store = () => (opened ??= createStore('warm-start-labs', 'runs'));

/** While a run goes on it is kept at most so often, in milliseconds. */
const KEEP_EVERY = 2_000;

const OTHER_CODE =
  'What this browser had kept of your last run is of another version of this lab, and cannot be shown.';

/**
 * Keeps a snapshot, unless one of a run that was begun later (in another tab) is there. Asynchronous
 * as a whole: a browser may refuse the store at once.
 */
const keep = async (id: string, mine: Kept): Promise<void> =>
  update<Kept>(
    id,
    (there) => ((there?.snapshot?.begun ?? 0) > (mine.snapshot.begun ?? 0) ? there! : mine),
    store(),
  );

/**
 * Keeps what runs of this page find, and holds each while it goes on. Without records there is
 * nothing to keep; where nothing can be kept (a private window), the page does without.
 */
export function keepRuns(id: string, code: string, session: Session): void {
  let last = 0;
  let held: { begun?: number; letGo: () => void } | undefined;
  session.subscribe(() => {
    const snapshot = session.snapshot();
    const { begun, state, records } = snapshot;
    if (held && (held.begun !== begun || !isGoing(state))) {
      held.letGo();
      held = undefined;
    }
    if (begun !== undefined && isGoing(state)) held ??= { begun, letGo: holdRun(id, begun) };
    if (records.length === 0) return;
    if (isGoing(state) && state !== 'paused' && Date.now() - last < KEEP_EVERY) return;
    last = Date.now();
    void keep(id, { code, snapshot }).catch(() => {});
  });
}

/** What became of a run that was going on when it was kept last. */
async function fateOf(id: string, { begun = 0 }: Snapshot): Promise<string> {
  const isHeld = await isRunHeld(id, begun);
  if (isHeld)
    return 'It goes on in another tab. What it had found when this page was opened is shown.';
  return isHeld === false
    ? 'It ended with the page. What it had found by then is shown.'
    : 'Its page was closed, or it goes on in another tab. What it had found when this page was opened is shown.';
}

/** @returns what to show of an earlier run: all that is known of it, or a remark why that is not shown */
export async function findRun(id: string, code: string): Promise<Snapshot | undefined> {
  const kept = await get<Kept>(id, store());
  if (!kept) return undefined;
  if (kept.code !== code || !kept.snapshot) {
    await del(id, store());
    return { ...EMPTY, remark: OTHER_CODE };
  }
  const { snapshot } = kept;
  if (!isGoing(snapshot.state)) return snapshot;
  return { ...snapshot, state: 'idle', progress: undefined, remark: await fateOf(id, snapshot) };
}
