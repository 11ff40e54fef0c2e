/** How the lab's run is drawn: the loss, what the model writes, and looks inside it. */
import type { EndRecord, PretrainRecord } from '@/labs/pretrain/records';
import type { Settings } from '@/labs/lab';
import { formatNumber, formatQuantity } from '@/lib/format';
import { Attention } from './attention';
import { Embedding } from './embedding';
import { Blanks, Texts } from './samples';

export { PointChart as Chart } from '@/components/charts/point-chart';
export { Own } from './own';
export { series } from './series';

type OfKind<Kind> = Extract<PretrainRecord, { kind: Kind }>;

const only = <Kind extends PretrainRecord['kind']>(records: readonly unknown[], kind: Kind) =>
  (records as readonly PretrainRecord[]).filter(
    (record): record is OfKind<Kind> => record.kind === kind,
  );

function End({ end }: { end: EndRecord }) {
  const rows: readonly [string, string][] = [
    ['Loss, last steps of training', `${formatNumber(end.loss, 3)} nats a guessed token`],
    [
      'On held-out text',
      [
        `${formatNumber(end.heldOut, 3)} nats`,
        ...(end.bitsPerCharacter === undefined
          ? []
          : [`${formatNumber(end.bitsPerCharacter, 3)} bits per character`]),
        `${formatNumber(end.accuracy, 2)}% of the guesses right`,
      ].join(', '),
    ],
    [
      'It has read',
      `${formatQuantity(end.tokens, 'tokens')} tokens, ${formatNumber(end.times, 2)} times the whole text`,
    ],
    ['Its weights', formatNumber(end.weights, 7)],
    ['Time a step', `${formatNumber(end.stepMs, 2)} ms`],
  ];
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: results">
      <table className="lab-samples">
        <caption>What it came to, after the last step</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Results({ records }: { records: readonly unknown[]; settings: Settings }) {
  const [end] = only(records, 'end');
  const [texts, blanks] = [only(records, 'text'), only(records, 'blank')];
  const [attention, embedding] = [only(records, 'attention'), only(records, 'embedding')];
  return (
    <>
      {end && <End end={end} />}
      {texts.length > 0 && <Texts records={texts} />}
      {blanks.length > 0 && <Blanks records={blanks} />}
      {attention.length > 0 && <Attention records={attention} />}
      {embedding.length > 0 && <Embedding records={embedding} />}
    </>
  );
}
