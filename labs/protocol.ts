/** What page and worker say to each other. */
import type { Device } from './engine/backend';
import type { LabId, Metrics, Progress, Settings } from './lab';

/** `auto` takes WebGPU only where a short probe shows it faster. */
export type WantedDevice = Device | 'auto';

export type Order =
  | {
      type: 'start';
      lab: LabId;
      settings: Settings;
      device: WantedDevice;
      /** A replay of a receipt, which may be anybody's: nothing of it is kept as the reader's own. */
      isReplay: boolean;
    }
  | { type: 'pause' }
  | { type: 'resume' };

export type News =
  | { type: 'started'; device: Device; remark?: string }
  | { type: 'progress'; progress: Progress; elapsed: number }
  | { type: 'record'; record: unknown }
  | { type: 'done'; metrics: Metrics; dataHash: string; wallMs: number }
  | { type: 'failed'; why: string };
