/** What there is to know of the model that a lab starts from. */
import card from '@/labs/checkpoints/definitions.json';
import type { ModelCard as Card } from '@/labs/checkpoints';
import { formatBytes, formatNumber, formatQuantity } from '@/lib/format';
import { href } from '@/lib/site';

export function ModelCard() {
  const { model, training, curve, samples, hardware, file, ...facts } = card as unknown as Card;
  const last = training.optimiser.steps;
  const rows: readonly [string, string][] = [
    [
      'Shape',
      `${model.layers} layers of width ${model.width}, ${model.heads} heads, ${formatNumber(model.vocabulary)} tokens, context of ${model.context}; ${model.attention === 'causal' ? 'reads left to right' : 'reads both ways'}`,
    ],
    ['Weights', formatNumber(facts.parameters, 7)],
    [
      'Learned from',
      `${formatQuantity(training.tokens, 'tokens')} tokens: ${formatNumber(training.epochs, 2)} times through the definitions and examples of WordNet`,
    ],
    [
      'Training',
      `${formatNumber(last)} steps of AdamW, batches of ${training.batch} × ${model.context} tokens, highest rate ${training.optimiser.rate}, weight decay ${training.optimiser.decay}, seed ${training.seed}`,
    ],
    [
      'On text that it never saw',
      `${formatNumber(facts.bitsPerCharacter, 3)} bits per character (${formatNumber(facts.bitsPerCharacterUnrounded, 3)} before its weights were rounded to eight bits)`,
    ],
    [
      'Trained on',
      `one thread of ${hardware.processor}, ${formatNumber(hardware.hours, 2)} hours, ${facts.engine}`,
    ],
    ['File', `${formatBytes(file.bytes)}, safetensors, eight bits a weight`],
    [
      'Limits',
      'It knows the style of a dictionary and little else: not facts, not other languages, not long texts. What it writes is often wrong.',
    ],
    ['To make it again', 'npm run record -- corpora checkpoint'],
  ];
  const bitsAt = (step: number) => {
    const point = curve.find((one) => one.step === step);
    return point ? formatNumber(point.bitsPerCharacter, 3) : '–';
  };
  const steps = [...new Set(samples.map(({ step }) => step))];
  return (
    <div className="model-card">
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: model card">
        <table>
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
      <p>
        <a href={href(`/labs/checkpoints/${facts.id}.safetensors`)} download>
          Download the weights
        </a>
      </p>
      <p>
        What it wrote on the way to “{samples[0]?.prompt}” and three other beginnings, drawn with
        temperature 0.6:
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: samples">
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                Steps
              </th>
              <th scope="col" className="number">
                Bits per character
              </th>
              <th scope="col">It writes</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step}>
                <th scope="row" className="number">
                  {formatNumber(step)}
                </th>
                <td className="number">{bitsAt(step)}</td>
                <td>
                  {samples
                    .filter((sample) => sample.step === step)
                    .map(({ prompt, text }) => (
                      <p key={prompt} className="sample">
                        <b>{prompt}</b> {text}
                      </p>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
