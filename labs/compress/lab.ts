/** One model, made smaller in several ways: what does each byte that is saved cost? */
import { loadBase, type Base } from '../base';
import { tree, type Tensors } from '../engine/backend';
import type { Spectrum } from '../engine/factor';
import type { Batch } from '../engine/objectives';
import { importanceOf, type PerLayer } from '../engine/slim';
import { makeLoss, type Loss } from '../engine/trainer';
import { countOf, toTensors } from '../engine/weights';
import type { Lab, Metrics, Progress, RunContext, Settings } from '../lab';
import { planOf, type Degree, type Plan } from './plan';
import type { CompressRecord, MarkRecord } from './records';
import {
  cut,
  flattened,
  layerMatrices,
  rounded,
  spectrumNamed,
  thinned,
  whole,
  type Smaller,
} from './smaller';
import { recovered, trainStudent } from './train';
import { objectiveOf, readTexts, type Texts } from './text';
import { timeRatio } from '../time';
import { kindOf } from './ways';

const BYTES = 4;
/** Batches of the training text that say how much a head or a unit matters. */
const CALIBRATION = 8;

/** What a run shares among its models. */
interface Bench {
  base: Base;
  original: Smaller;
  texts: Texts;
  plan: Plan;
  now: () => number;
  /** Of models of the original's shape, compiled once. */
  loss: Loss<Batch>;
  /** What several degrees of one way need, made when the first asks. */
  importance?: PerLayer;
  spectra?: Map<string, Spectrum>;
}

/** Says how it stands with one model, from 0 to 1. */
type Tell = (doing: string, share: number, more?: Partial<Progress>) => Promise<void>;

const labelOf = ({ way, how }: Pick<Degree, 'how'> & Pick<MarkRecord, 'way'>) =>
  how === '' ? kindOf(way).label : `${kindOf(way).label}, ${how}`;

async function makeSpectra({ original: { weights } }: Bench, tell: Tell) {
  const names = layerMatrices(weights);
  const spectra = new Map<string, Spectrum>();
  for (const name of names) {
    await tell('Singular values', (0.5 * spectra.size) / names.length);
    spectra.set(name, spectrumNamed(weights, name));
  }
  return spectra;
}

function makeImportance({ original: { config, weights }, texts }: Bench, tell: Tell) {
  const batches = Array.from({ length: CALIBRATION }, (_, i) => texts.batch(i));
  return importanceOf(config, weights, objectiveOf(config), batches, () =>
    tell('What each head and unit matters', 0.25),
  );
}

/** Between what is made at 0 and measured from 0.8 on. */
const training =
  (degree: Degree, steps: number, from: number, tell: Tell) => (step: number, loss: number) =>
    tell(`${labelOf(degree)}: step ${step} of ${steps}`, from + ((0.8 - from) * step) / steps, {
      phase: 'training',
      loss,
    });

async function make(degree: Degree, bench: Bench, tell: Tell): Promise<Smaller> {
  const { base, original, texts, plan } = bench;
  const repaired = (model: Smaller) =>
    plan.recover > 0
      ? recovered(model, texts, plan, training(degree, plan.recover, 0.5, tell))
      : model;
  switch (degree.way) {
    case 'magnitude':
      return thinned(original, degree.share);
    case 'structured':
      bench.importance ??= await makeImportance(bench, tell);
      return repaired(cut(original, bench.importance, degree.share));
    case 'low-rank':
      bench.spectra ??= await makeSpectra(bench, tell);
      return repaired(flattened(original, bench.spectra, degree.share));
    case 'distilled':
    case 'untaught':
      return trainStudent(base, texts, plan, degree.soft, training(degree, plan.steps, 0, tell));
    default:
      return rounded(original, { format: degree.way, groups: degree.groups });
  }
}

/** Everything that is said of one model. */
async function* judge(
  model: Smaller,
  { id, way, how }: Pick<MarkRecord, 'id' | 'way' | 'how'>,
  bench: Bench,
  tell: Tell,
): AsyncGenerator<CompressRecord, void, undefined> {
  const { texts, plan, now, original } = bench;
  const label = labelOf({ way, how });
  const { isLess } = kindOf(way);
  const loss = isLess ? makeLoss(objectiveOf(model.config)) : bench.loss;
  const tensors = toTensors(model.weights);
  const lend = (some: Tensors) => tree.ref(some) as Tensors;
  try {
    const bits = await texts.bits(
      loss,
      () => lend(tensors),
      () => tell(`${label}, reading`, 0.8),
    );
    let time: number | undefined;
    if (isLess) {
      const before = toTensors(original.weights);
      time = await timeRatio(
        () => loss.of(lend(tensors), texts.piece),
        () => bench.loss.of(lend(before), texts.piece),
        now,
        () => tell(`${label}, held against the clock`, 0.9),
      );
      tree.dispose(before);
    }
    yield {
      kind: 'mark',
      id,
      way,
      how,
      diskBytes: model.disk,
      memoryBytes: BYTES * countOf(model.weights),
      weights: model.kept,
      bits,
      ...(time !== undefined && { time }),
    };
    const text = await texts.write(model, plan.seed, () => tell(`${label}, writing`, 0.95));
    yield { kind: 'text', id, ...text };
  } finally {
    tree.dispose(tensors);
    if (isLess) loss.dispose();
  }
}

async function* run(
  settings: Settings,
  context: RunContext,
): AsyncGenerator<CompressRecord, void, undefined> {
  const plan = planOf(settings);
  if (plan.degrees.length === 0)
    throw new Error('no way to make it smaller is chosen, or none of its degrees; choose one');
  await context.tick({ phase: 'loading', share: 0, doing: 'model, tokenizer and texts' });
  const base = await loadBase(context);
  const original = whole(base.config, base.weights);
  const texts = await readTexts(base, context);
  const loss = makeLoss(objectiveOf(base.config));
  const bench: Bench = { base, original, texts, plan, now: context.now, loss };
  const models = plan.degrees.length + 1;
  const tellOf =
    (i: number): Tell =>
    (doing, share, more) =>
      context.tick({ phase: 'measuring', doing, share: (i + share) / models, ...more });
  try {
    yield* judge(original, { id: 'original', way: 'original', how: '' }, bench, tellOf(0));
    for (const [i, degree] of plan.degrees.entries()) {
      const tell = tellOf(i + 1);
      await tell(labelOf(degree), 0);
      yield* judge(await make(degree, bench, tell), degree, bench, tell);
    }
  } finally {
    loss.dispose();
  }
}

const isMark = (record: CompressRecord): record is MarkRecord => record.kind === 'mark';

const metrics = (records: readonly CompressRecord[]): Metrics =>
  Object.fromEntries(records.filter(isMark).map(({ id, bits }) => [`${id}.bits`, bits]));

export const lab: Lab<CompressRecord> = { run, metrics };
