/** The two trainings of the lab: a student from nothing, and a model that was cut and shall recover. */
import type { Base } from '../base';
import { distilling, makeTeacher } from '../engine/distil';
import type { Batch, Objective } from '../engine/objectives';
import type { OptimiserConfig } from '../engine/optimiser';
import { makeTrainer } from '../engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '../engine/transformer';
import type { Weights } from '../engine/weights';
import { batchSeed } from '../steps';
import type { Plan } from './plan';
import { whole, type Smaller } from './smaller';
import { objectiveOf, type Texts } from './text';

/** Awaited after every step. */
type TellStep = (step: number, loss: number) => Promise<void>;

/** Highest rates that work; not the best there are. */
const RATES = { student: 5e-3, recovery: 1e-3 };

const optimiserFor = (rate: number, steps: number): OptimiserConfig => ({
  rate,
  warmUp: Math.max(1, Math.round(steps / 10)),
  final: 0.1,
  steps,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0.01,
  clip: 1,
});

/** The same seed gives the same batches, whatever is trained. */
async function trained(
  objective: Objective<Batch>,
  start: Weights,
  optimiser: OptimiserConfig,
  batch: (step: number) => Batch,
  tell: TellStep,
): Promise<Weights> {
  const trainer = makeTrainer(objective, start, optimiser);
  try {
    for (let step = 1; step <= optimiser.steps; step += 1) {
      const { loss } = await trainer.step(batch(step));
      await tell(step, loss);
    }
    return await trainer.weights();
  } finally {
    trainer.dispose();
  }
}

const batchesOf = (texts: Texts, seed: number) => (step: number) =>
  texts.batch(batchSeed(seed, step));

/** With heads as wide as the teacher's. */
export const studentConfig = (
  teacher: TransformerConfig,
  { layers, width }: Plan['student'],
): TransformerConfig => ({
  ...teacher,
  layers,
  width,
  heads: Math.max(1, Math.round((width * teacher.heads) / teacher.width)),
});

/** @param soft what the teacher's word weighs; at 0 there is no teacher */
export async function trainStudent(
  base: Base,
  texts: Texts,
  { student, steps, temperature, seed }: Plan,
  soft: number,
  tell: TellStep,
): Promise<Smaller> {
  const config = studentConfig(base.config, student);
  const start = freshWeights(config, seed);
  const optimiser = optimiserFor(RATES.student, steps);
  const teacher = soft > 0 ? makeTeacher(base.config, base.weights) : undefined;
  const objective = teacher
    ? distilling((weights, tokens) => logitsOf(config, weights, tokens), teacher, {
        temperature,
        soft,
      })
    : objectiveOf(config);
  try {
    const weights = await trained(objective, start, optimiser, batchesOf(texts, seed), tell);
    return whole(config, weights);
  } finally {
    teacher?.dispose();
  }
}

/** A model with smaller matrices goes on learning from the training text, with all that it has left. */
export async function recovered(
  { config, weights }: Smaller,
  texts: Texts,
  { recover, seed }: Plan,
  tell: TellStep,
): Promise<Smaller> {
  const optimiser = optimiserFor(RATES.recovery, recover);
  const next = await trained(objectiveOf(config), weights, optimiser, batchesOf(texts, seed), tell);
  return whole(config, next);
}
