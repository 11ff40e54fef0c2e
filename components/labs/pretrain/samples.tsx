/** What the model wrote, or put for hidden words, as it learned. */
import type { BlankRecord, TextRecord } from '@/labs/pretrain/records';
import { formatNumber } from '@/lib/format';

const stepsOf = (records: readonly { step: number }[]) => [
  ...new Set(records.map(({ step }) => step)),
];

const After = ({ step }: { step: number }) => (
  <th scope="row" className="number">
    {formatNumber(step)}
  </th>
);

export function Texts({ records }: { records: readonly TextRecord[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: what it writes">
      <table className="lab-samples">
        <caption>What it writes on after the bold words</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Steps
            </th>
            <th scope="col">It writes</th>
          </tr>
        </thead>
        <tbody>
          {stepsOf(records).map((step) => (
            <tr key={step}>
              <After step={step} />
              <td>
                {records
                  .filter((record) => record.step === step)
                  // Texts of one's own can begin alike.
                  .map(({ prompt, text }, i) => (
                    <p key={i} className="sample">
                      <b>{prompt}</b>
                      {text}
                    </p>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One table a blank: the passage over it, and the guesses at each moment. */
export function Blanks({ records }: { records: readonly BlankRecord[] }) {
  const passages = [...new Map(records.map((one) => [one.before + one.after, one])).values()];
  return passages.map(({ before, answer, after }, number) => {
    const here = records.filter((one) => one.before === before && one.after === after);
    const most = Math.max(...here.map(({ guesses }) => guesses.length));
    return (
      <div
        key={before + after}
        className="table-scroll"
        tabIndex={0}
        role="region"
        aria-label={`Table: guesses for hidden word ${number + 1}`}
      >
        <table className="lab-samples">
          <caption>
            <span className="passage">
              {before} <b aria-label="hidden word">[ ? ]</b>
              {after} …
            </span>{' '}
            The hidden word is “{answer}”.
          </caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                Steps
              </th>
              {Array.from({ length: most }, (_, i) => (
                <th key={i} scope="col">
                  {i === 0 ? 'First guess' : i === 1 ? 'Second' : 'Third'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {here.map(({ step, guesses }) => (
              <tr key={step}>
                <After step={step} />
                {guesses.map(({ text, share }, i) => (
                  <td key={i}>
                    {text === answer ? <b>{text} ✓</b> : text}{' '}
                    <span className="quiet">{formatNumber(share, 3)}%</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  });
}
