/** Where frequent words lie, flattened to a plane, and who is near whom. */
import type { EmbeddingRecord } from '@/labs/pretrain/records';
import { position, type Axis } from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import { placeLabels } from '@/lib/labels';

const SIZE = { width: 350, height: 320 };
const EDGE = { x: 26, y: 16 };

function axisAround(values: readonly number[]): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) / 100 || 1;
  return {
    label: '',
    domain: [low - room, high + room],
    ticks: [],
    scale: 'linear',
    format: String,
  };
}

function Plane({ record: { step, words, near } }: { record: EmbeddingRecord }) {
  const { width, height } = SIZE;
  const [xs, ys] = [words.map(({ x }) => x), words.map(({ y }) => y)].map(axisAround);
  const marks = words.map(({ word, x, y }) => ({
    id: word,
    text: word,
    x: Math.round(position(xs!, x, EDGE.x, width - EDGE.x)),
    y: Math.round(position(ys!, y, height - EDGE.y, EDGE.y)),
  }));
  // Those whose neighbours are named come first, then by frequency.
  const order = [...near, ...words].map(({ word }) => word);
  const frame = { left: 2, right: width - 2, top: 2, bottom: height - 2 };
  const names = placeLabels(marks, order, frame, words.length);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${words.length} frequent words in a plane, after ${step} steps; the table names neighbours`}
    >
      {marks.map(({ id, x, y }) => (
        <circle key={id} cx={x} cy={y} r={2.2} />
      ))}
      {names.map(({ id, text, x, y, anchor, leader }) => (
        <g key={id}>
          {leader && <line {...leader} />}
          <text x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** @param records in the order of their steps, at least one */
export function Embedding({ records }: { records: readonly EmbeddingRecord[] }) {
  const moments = records.map(({ step }) => step);
  return (
    <>
      <div className="embedding-maps">
        {records.map((record) => (
          <figure key={record.step}>
            <figcaption>
              After {formatNumber(record.step)} steps; the plane holds{' '}
              {formatNumber(record.shares[0] + record.shares[1], 2)}% of how the words differ
            </figcaption>
            <Plane record={record} />
          </figure>
        ))}
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: neighbours">
        <table className="lab-samples">
          <caption>
            Of these words, the three whose vectors point most nearly the same way, nearest first
          </caption>
          <thead>
            <tr>
              <th scope="col">Word</th>
              {moments.map((step) => (
                <th key={step} scope="col">
                  After {formatNumber(step)} steps
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records[0]!.near.map(({ word }, i) => (
              <tr key={word}>
                <th scope="row">{word}</th>
                {records.map(({ step, near }) => (
                  <td key={step}>{near[i]?.near.join(', ')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
