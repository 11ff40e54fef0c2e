'use client';

/** Whom each token of a sentence looks at: one head at a time, as a table with shades. */
import { useState, type CSSProperties } from 'react';
import { Controls } from '@/components/charts/controls';
import type { AttentionRecord } from '@/labs/pretrain/records';
import { formatNumber } from '@/lib/format';
import type { ChoiceControl, FigureState } from '@/lib/url-state';

type Rows = AttentionRecord['shares'][number][number];

/** The mean over places of the sum of squared shares: one where each looks at one place only. */
const decidedness = (rows: Rows) =>
  rows.flat().reduce((sum, share) => sum + (share / 100) ** 2, 0) / rows.length;

/** The head that spreads its looks the least: with something to see. */
export function mostDecided({ shares }: AttentionRecord): { layer: number; head: number } {
  const all = shares.flatMap((heads, layer) =>
    heads.map((rows, head) => ({ layer, head, value: decidedness(rows) })),
  );
  return all.reduce((best, one) => (one.value > best.value ? one : best));
}

const numbered = (key: string, label: string, count: number, atRest: number): ChoiceControl => ({
  kind: 'choice',
  key,
  label,
  default: String(atRest),
  options: Array.from({ length: count }, (_, i) => ({ value: String(i), label: String(i + 1) })),
});

function controlsFor(records: readonly AttentionRecord[], last: AttentionRecord): ChoiceControl[] {
  const { layer, head } = mostDecided(last);
  return [
    {
      kind: 'choice',
      key: 'moment',
      label: 'After steps',
      default: String(last.step),
      options: records.map(({ step }) => ({ value: String(step), label: formatNumber(step) })),
    },
    numbered('layer', 'Layer', last.shares.length, layer),
    numbered('head', 'Head', last.shares[0]!.length, head),
  ];
}

/** A space would not show. */
const named = (token: string) => token.replace(/^ /, '␣');

function Shades({ tokens, rows }: { tokens: readonly string[]; rows: Rows }) {
  const looksAhead = rows.some((row, place) => row.slice(place + 1).some((share) => share > 0));
  return (
    <tbody>
      {rows.map((row, place) => (
        <tr key={place}>
          <th scope="row">{named(tokens[place]!)}</th>
          {row.map((share, other) =>
            other > place && !looksAhead ? (
              <td key={other} className="ahead" />
            ) : (
              <td key={other} style={{ '--share': `${share}%` } as CSSProperties}>
                {share}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** @param records in the order of their steps, at least one */
export function Attention({ records }: { records: readonly AttentionRecord[] }) {
  const last = records.at(-1)!;
  const controls = controlsFor(records, last);
  const [chosen, setChosen] = useState<FigureState>({});
  const choice = (key: string) => {
    const control = controls.find((one) => one.key === key)!;
    const wanted = String(chosen[key]);
    // What was chosen for another run may not be there.
    return control.options.some(({ value }) => value === wanted) ? wanted : control.default;
  };
  const [layer, head] = [Number(choice('layer')), Number(choice('head'))];
  const { step, tokens, shares } = records.find((one) => String(one.step) === choice('moment'))!;
  return (
    <>
      <Controls
        figureId="pretrain-attention"
        title="whose attention is shown"
        controls={controls}
        state={{ moment: String(step), layer: String(layer), head: String(head) }}
        onChange={setChosen}
      />
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: attention">
        <table className="attention-map">
          <caption>
            Layer {layer + 1}, head {head + 1}, after {formatNumber(step)} steps: how much each
            token (row) looks at each (column), in percent
          </caption>
          <thead>
            <tr>
              <td />
              {tokens.map((token, i) => (
                <th key={i} scope="col">
                  {named(token)}
                </th>
              ))}
            </tr>
          </thead>
          <Shades tokens={tokens} rows={shares[layer]![head]!} />
        </table>
      </div>
    </>
  );
}
