/** Whose run the picture shows, and what became of the reader's own. */
import type { RecordedRun } from '@/labs/recorded';
import type { Snapshot } from '@/labs/session';
import { Origin } from './lab-body';

/** Whether the reader's run takes the picture: not if it ended before it found anything. */
export const takesPicture = ({ settings, state, records }: Snapshot): boolean =>
  settings !== undefined && (records.length > 0 || (state !== 'idle' && state !== 'failed'));

/** "no memory" → "No memory." */
const asSentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** @param isOfOthers whether the settings have been changed since the run began */
function ofOwn({ state, device, remark }: Snapshot, isOfOthers: boolean): string {
  const said = remark ? ` ${asSentence(remark)}` : '';
  if (state === 'failed') return `Your run failed.${said} The results so far are shown.`;
  const where = device ? ` on ${device === 'wasm' ? 'WASM' : 'WebGPU'}` : '';
  const changed = isOfOthers
    ? ' The settings have changed since it began; a new run takes them.'
    : '';
  return `The picture shows your run${where}.${said}${changed}`;
}

interface Props {
  snapshot: Snapshot;
  recorded: RecordedRun;
  /** Whether the settings have been changed since the reader's run began. */
  isOfOthers: boolean;
}

export function RunOrigin({ snapshot, recorded, isOfOthers }: Props) {
  if (takesPicture(snapshot)) return ofOwn(snapshot, isOfOthers);
  const { state, remark } = snapshot;
  return (
    <>
      {state === 'failed' && 'Your run failed. '}
      {remark && `${asSentence(remark)} `}
      <Origin {...recorded} />
    </>
  );
}
