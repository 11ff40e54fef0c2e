import type { DatasetDefinition } from '../schema';
import { METHOD_LABELS } from './variants';

const bits = <Key extends string>(key: Key, label: string, description: string) =>
  ({
    key,
    label,
    type: 'number',
    unit: 'bits per character',
    bounds: [0.5, 8],
    sourced: true,
    description,
  }) as const;

export const forgetRuns = {
  id: 'forget-runs',
  title: 'What new text costs the old: recorded runs',
  description:
    'A small model that has read the definitions of WordNet learns from Moby-Dick in several ways. How well it predicts held-out text of both, before and on the way, for several seeds. Recorded with the lab “forget” of this site by scripts/record/forget-grid.ts.',
  inclusion:
    'All five ways of the lab: three also at a second strength, which is a lower rate for plain fine-tuning, more old text for rehearsal, and a larger λ for EWC. Three seeds each. Rates and strengths were set by hand. Each score is measured on the first 2,048 tokens that were held out, as on the way in the lab; the table of a run there asks five times as many. Some looks between the first and the last step are left out.',
  changes: [{ date: '2026-11-24', what: 'First published.' }],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'name', label: 'Way to learn', type: 'text' },
    { key: 'method', label: 'Method', type: 'category', options: METHOD_LABELS },
    {
      key: 'step',
      label: 'Steps',
      type: 'number',
      unit: 'steps',
      bounds: [0, 400],
      sourced: true,
      description: 'Batches learned from.',
    },
    {
      key: 'seeds',
      label: 'Seeds',
      type: 'number',
      unit: 'runs',
      bounds: [1, 10],
      sourced: true,
      description: 'Runs that the numbers sum up.',
    },
    bits('old', 'Definitions', 'Mean over seeds. Lower: more was kept.'),
    bits('old_low', 'Definitions, lowest', 'Of all seeds.'),
    bits('old_high', 'Definitions, highest', 'Of all seeds.'),
    bits('new', 'Moby-Dick', 'Mean over seeds. Lower: more was learned.'),
    bits('new_low', 'Moby-Dick, lowest', 'Of all seeds.'),
    bits('new_high', 'Moby-Dick, highest', 'Of all seeds.'),
  ],
} as const satisfies DatasetDefinition;
