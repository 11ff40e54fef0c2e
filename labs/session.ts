/** The page's side of a run: one worker, what it has told so far, and what can be asked of it. */
import { ENGINE } from './engine/version';
import type { LabSpec, Progress, Settings } from './lab';
import type { News, Order, WantedDevice } from './protocol';
import type { Receipt } from './receipt';

/** As the page shows it in `data-state`. */
export type RunState = 'idle' | 'loading' | 'running' | 'paused' | 'done' | 'failed';

/** Whether a worker is at it. */
export const isGoing = (state: RunState): boolean =>
  state === 'loading' || state === 'running' || state === 'paused';

/** All that is known of a run; it can be stored and shown again. */
export interface Snapshot {
  state: RunState;
  settings?: Settings;
  /** When the run was begun, in milliseconds since 1970: what tells runs apart. */
  begun?: number;
  records: readonly unknown[];
  progress?: Progress;
  /** Milliseconds of work, pauses left out. */
  elapsed: number;
  device?: string;
  /** A word to the reader: why another device, why it ended. */
  remark?: string;
  /** Of a replay: the receipt that it is held against. */
  against?: Receipt;
  receipt?: Receipt;
}

export interface WorkerLike {
  postMessage: (order: Order) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<News>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface Session {
  snapshot: () => Snapshot;
  /** @returns a function that ends the subscription */
  subscribe: (listener: () => void) => () => void;
  /** @param against the receipt that the run is a replay of */
  start: (settings: Settings, device?: WantedDevice, against?: Receipt) => void;
  pause: () => void;
  resume: () => void;
  /** Ends a run at once; what it found stays. */
  cancel: () => void;
  /** Shows a run that was stored, if none has been begun here. */
  restore: (stored: Snapshot) => void;
}

export const EMPTY: Snapshot = { state: 'idle', records: [], elapsed: 0 };

export function makeSession(
  spec: Pick<LabSpec, 'id' | 'v'>,
  spawn: () => WorkerLike,
  codeVersion: string,
): Session {
  let now = EMPTY;
  let worker: WorkerLike | undefined;
  const listeners = new Set<() => void>();
  const become = (change: Partial<Snapshot>) => {
    now = { ...now, ...change };
    listeners.forEach((listener) => listener());
  };
  const end = (change: Partial<Snapshot>) => {
    worker?.terminate();
    worker = undefined;
    become({ progress: undefined, ...change });
  };

  function hear(news: News): void {
    switch (news.type) {
      case 'started':
        // Also when it begins again on another device: what the first one found is void.
        return become({ device: news.device, remark: news.remark, records: [], elapsed: 0 });
      case 'progress': {
        const { progress, elapsed } = news;
        const isLoading = progress.phase === 'loading' || progress.phase === 'compiling';
        const state = now.state === 'paused' ? 'paused' : isLoading ? 'loading' : 'running';
        return become({ state, progress, elapsed });
      }
      case 'record':
        return become({ records: [...now.records, news.record] });
      case 'done': {
        const { metrics, dataHash, wallMs } = news;
        const settings = now.settings ?? {};
        const receipt: Receipt = {
          lab: spec.id,
          v: spec.v,
          config: settings,
          seed: Number(settings.seed),
          engine: ENGINE,
          device: now.device ?? '',
          dataHash,
          codeVersion,
          metrics,
          wallMs,
        };
        return end({ state: 'done', elapsed: wallMs, receipt });
      }
      case 'failed':
        return end({ state: 'failed', remark: news.why });
    }
  }

  return {
    snapshot: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(settings, device = 'auto', against) {
      worker?.terminate();
      now = EMPTY;
      become({ state: 'loading', settings, begun: Date.now(), against });
      try {
        const begun = spawn();
        worker = begun;
        begun.onmessage = ({ data }) => hear(data);
        begun.onerror = ({ message }) =>
          end({
            state: 'failed',
            remark: `the part that computes was lost (${message || 'it could not be started'})`,
          });
        begun.onmessageerror = () =>
          end({ state: 'failed', remark: 'a message of the part that computes could not be read' });
        begun.postMessage({
          type: 'start',
          lab: spec.id,
          settings,
          device,
          isReplay: against !== undefined,
        });
      } catch (error) {
        end({ state: 'failed', remark: `this browser could not start it (${String(error)})` });
      }
    },
    pause() {
      if (now.state !== 'running' && now.state !== 'loading') return;
      worker?.postMessage({ type: 'pause' });
      become({ state: 'paused' });
    },
    resume() {
      if (now.state !== 'paused') return;
      worker?.postMessage({ type: 'resume' });
      become({ state: 'running' });
    },
    cancel() {
      if (!worker) return;
      const remark =
        now.records.length > 0
          ? 'Stopped. What it found so far stays.'
          : 'Stopped before it had found anything.';
      end({ state: 'idle', remark });
    },
    restore(stored) {
      if (now === EMPTY) become(stored);
    },
  };
}
