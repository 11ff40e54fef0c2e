/** Fisher information of the old text, by layer and part: where the springs of EWC are stiff. */
import type { FisherPart, FisherRecord } from '@/labs/forget/records';
import { formatNumber } from '@/lib/format';

const PARTS: Readonly<Record<string, string>> = {
  embedding: 'Embedding, which also gives the scores',
  positions: 'Positions',
  final: 'Last norm',
  attention: 'attention',
  feed: 'feed-forward',
};

/** “2.attention” → “Layer 3, attention”. */
function wordsOf(part: string): string {
  const [layer, inside] = part.split('.');
  return inside === undefined ? PARTS[part]! : `Layer ${Number(layer) + 1}, ${PARTS[inside]}`;
}

const percent = (share: number) => `${formatNumber(100 * share, 2)}%`;

/** As long as the share of the largest; the number stands beside it. */
const Bar = ({ share }: { share: number }) => (
  <svg className="lab-bar" width="100%" height="10" aria-hidden="true">
    <rect width={`${Math.max(0.5, 100 * share)}%`} height="10" />
  </svg>
);

function Parts({ parts }: { parts: readonly FisherPart[] }) {
  const mean = Math.max(...parts.map((part) => part.mean));
  const all = parts.reduce((sum, { weights }) => sum + weights, 0);
  const average = parts.reduce((sum, part) => sum + part.mean * part.weights, 0) / all;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: Fisher information">
      <table className="lab-results">
        <caption>
          Fisher information of the old text: the mean of a part’s weights, as a multiple of the
          mean of all
        </caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="number">
              Weights
            </th>
            <th scope="col" className="number">
              Share of all
            </th>
            <th scope="col" className="number">
              A weight’s mean
            </th>
            <th scope="col" className="lab-bars">
              The same as a bar
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.part}>
              <th scope="row">{wordsOf(part.part)}</th>
              <td className="number">{formatNumber(part.weights, 7)}</td>
              <td className="number">{percent(part.share)}</td>
              <td className="number">× {formatNumber(part.mean / average, 2)}</td>
              <td>
                <Bar share={part.mean / mean} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Importance({ fisher }: { fisher: FisherRecord }) {
  const { texts, length, parts, held, most } = fisher;
  return (
    <>
      <Parts parts={parts} />
      <p>
        Estimated from {texts} pieces of old text, {length} tokens each, with answers that the model
        drew itself.{' '}
        {held
          .map(({ top, share }) => `The top ${percent(top)} of all weights hold ${percent(share)}`)
          .join('. ')}
        . The weights that matter most:{' '}
        {most.map(({ name, at, token }, i) => (
          <span key={`${name}-${at.join('-')}`}>
            {i > 0 && ', '}
            <code>
              {name}[{at.join(', ')}]
            </code>
            {token !== undefined && ` (“${token}”)`}
          </span>
        ))}
        .
      </p>
    </>
  );
}
