/** What each method came to, what it cost, what matters to the old text, and what is written now. */
import { NEW, OLD } from '@/labs/forget/domains';
import { methodOf } from '@/labs/forget/methods';
import { planOf } from '@/labs/forget/plan';
import type {
  EndRecord,
  FisherRecord,
  ForgetRecord,
  StartRecord,
  TextRecord,
} from '@/labs/forget/records';
import type { Settings } from '@/labs/lab';
import { formatBytes, formatNumber } from '@/lib/format';
import { Importance } from './importance';

export const bits = (value: number) => value.toFixed(2);

/** What is kept while training, besides model and optimizer. */
function kept({ anchorBytes, fisherBytes, textBytes }: EndRecord): string {
  const parts = [
    anchorBytes > 0 && `${formatBytes(anchorBytes)} of old weights`,
    fisherBytes > 0 && `${formatBytes(fisherBytes)} of Fisher information`,
    textBytes > 0 && `${formatBytes(textBytes)} of old text`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join(', ') : 'nothing';
}

function Scores({
  start,
  ends,
  fresh,
}: {
  start?: StartRecord;
  ends: readonly EndRecord[];
  fresh: string;
}) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: results">
      <table className="lab-results">
        <caption>Bits per character on held-out text, after the last step; lower is better</caption>
        <thead>
          <tr>
            <th scope="col">Way to learn</th>
            <th scope="col" className="number">
              {fresh}, new
            </th>
            <th scope="col" className="number">
              {OLD.label}, old
            </th>
            <th scope="col" className="number">
              Trained weights
            </th>
            <th scope="col">Kept for it</th>
            <th scope="col" className="number">
              Time a step
            </th>
          </tr>
        </thead>
        <tbody>
          {start && (
            <tr>
              <th scope="row">Before</th>
              <td className="number">{bits(start.new)}</td>
              <td className="number">{bits(start.old)}</td>
              <td className="number">–</td>
              <td>–</td>
              <td className="number">–</td>
            </tr>
          )}
          {ends.map((end) => (
            <tr key={end.method}>
              <th scope="row">{methodOf(end.method).label}</th>
              <td className="number">{bits(end.new)}</td>
              <td className="number">{bits(end.old)}</td>
              <td className="number">{formatNumber(end.trained, 7)}</td>
              <td>{kept(end)}</td>
              <td className="number">{formatNumber(end.stepMs, 2)} ms</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One prompt, written on by the model before and after every method. */
function Texts({ texts }: { texts: readonly TextRecord[] }) {
  return (
    <dl className="lab-texts">
      {texts.map(({ method, prompt, text }) => (
        <div key={method ?? 'before'}>
          <dt>{method ? methodOf(method).label : 'Before'}</dt>
          <dd>
            <b>{prompt}</b>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Results({
  records: found,
  settings,
}: {
  records: readonly unknown[];
  settings: Settings;
}) {
  const records = found as readonly ForgetRecord[];
  const start = records.find((record): record is StartRecord => record.kind === 'start');
  const ends = records.filter((record): record is EndRecord => record.kind === 'end');
  const fisher = records.find((record): record is FisherRecord => record.kind === 'fisher');
  const texts = records.filter((record): record is TextRecord => record.kind === 'text');
  if (!start) return null;
  return (
    <>
      <Scores start={start} ends={ends} fresh={NEW[planOf(settings).domain].label} />
      {fisher && <Importance fisher={fisher} />}
      {(['old', 'new'] as const).map((of) => (
        <Texts key={of} texts={texts.filter((text) => text.of === of)} />
      ))}
    </>
  );
}
