/**
 * Trains the model that the labs start from, on the whole text of definitions. It takes hours; it
 * can be stopped, and goes on from its last state when it is started again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { ModelCard, WrittenText } from '@/labs/checkpoints';
import manifest from '@/labs/corpora/manifest.json';
import { start } from '@/labs/engine/backend';
import { learnMerges, makeTokenizer, type Tokenizer } from '@/labs/engine/bpe';
import { readCheckpoint, writeCheckpoint } from '@/labs/engine/checkpoint';
import { bitsPerCharacter } from '@/labs/engine/evaluate';
import { makeWriter } from '@/labs/engine/generate';
import { causalBatch, predicting } from '@/labs/engine/objectives';
import type { OptimiserConfig } from '@/labs/engine/optimiser';
import { makeLoss, makeTrainer, type TrainerState } from '@/labs/engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { ENGINE } from '@/labs/engine/version';
import { countOf, toTensors, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';

const ID = 'definitions';
const MODEL: TransformerConfig = {
  vocabulary: 1024,
  context: 128,
  width: 128,
  layers: 4,
  heads: 4,
  attention: 'causal',
  norm: 'layer',
};
const OPTIMISER: OptimiserConfig = {
  rate: 3e-3,
  warmUp: 200,
  final: 0.02,
  steps: 6_000,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0.1,
  clip: 1,
};
const OBJECTIVE = predicting((weights, tokens) => logitsOf(MODEL, weights, tokens));
const SHAPE = { batch: 8, length: MODEL.context };
const SEED = 1;
/** The last token is no text: masked training hides words behind it. */
const SPECIAL_TOKENS = 1;

/** Seeds of batches: more than the steps of any training. */
const BATCHES_APART = 1_000_000;
const STATE_EVERY = 250;
/** Batches of the held-out text that are asked on the way. */
const ASKED_ON_THE_WAY = 20;
const PROMPTS = ['dog:', 'teacher:', 'bank:', 'warm start:'];
const SAMPLE_AT = [0, 100, 500, 2_000, 5_000];
const LONGEST_SAMPLE = 60;
const SAMPLING = { temperature: 0.6, topK: 40 };

const FOLDER = join('public', 'labs', 'checkpoints');
const STATE = join('.generated', 'checkpoint-state.safetensors');

type Log = Pick<ModelCard, 'curve' | 'samples'> & { hours: number };

const corpusText = (name: string) =>
  readFileSync(join('.generated', 'corpora', `${name}.txt`), 'utf8');

function learnTokenizer(text: string): Tokenizer {
  const merges = learnMerges(text, MODEL.vocabulary - SPECIAL_TOKENS);
  writeFileSync(join(FOLDER, 'tokenizer.json'), `${JSON.stringify(merges)}\n`);
  return makeTokenizer(merges);
}

async function write(weights: Weights, tokenizer: Tokenizer, step: number): Promise<WrittenText[]> {
  const writer = makeWriter(MODEL, weights);
  const texts: WrittenText[] = [];
  for (const prompt of PROMPTS) {
    const tokens: number[] = [];
    const end = tokenizer.encode('\n')[0];
    for await (const token of writer.write(tokenizer.encode(prompt), SAMPLING, seeded(SEED))) {
      if (token === end || tokens.push(token) >= LONGEST_SAMPLE) break;
    }
    texts.push({ step, prompt, text: tokenizer.decode(tokens).trim() });
  }
  writer.dispose();
  return texts;
}

const PARTS = ['weights', 'first', 'second'] as const;

function saveState({ weights, moments, steps }: TrainerState, log: Log): void {
  const parts = { weights, ...moments };
  const all = PARTS.flatMap((part) =>
    Object.entries(parts[part]).map(([name, weight]) => [`${part}/${name}`, weight] as const),
  );
  const metadata = { steps: String(steps), log: JSON.stringify(log) };
  writeFileSync(STATE, writeCheckpoint({ weights: Object.fromEntries(all), metadata }, 'float32'));
}

function savedState(): { state: TrainerState; log: Log } | undefined {
  if (!existsSync(STATE)) return undefined;
  const { weights, metadata } = readCheckpoint(readFileSync(STATE));
  const part = (wanted: (typeof PARTS)[number]): Weights =>
    Object.fromEntries(
      Object.entries(weights)
        .filter(([name]) => name.startsWith(`${wanted}/`))
        .map(([name, weight]) => [name.slice(wanted.length + 1), weight]),
    );
  const moments = { first: part('first'), second: part('second') };
  return {
    state: { weights: part('weights'), moments, steps: Number(metadata.steps) },
    log: JSON.parse(metadata.log!) as Log,
  };
}

export async function recordCheckpoint(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const text = corpusText(ID);
  const tokenizer = learnTokenizer(text);
  const [tokens, heldOut] = [text, corpusText(`${ID}.held-out`)].map(tokenizer.encode);
  await start('wasm');

  const saved = savedState();
  const log = saved?.log ?? { curve: [], samples: [], hours: 0 };
  const [curve, samples] = [[...log.curve], [...log.samples]];
  const trainer = makeTrainer(
    OBJECTIVE,
    saved?.state.weights ?? freshWeights(MODEL, SEED),
    OPTIMISER,
    { resume: saved?.state },
  );
  const bits = (lossOf: typeof trainer.lossOf, most?: number) =>
    bitsPerCharacter(lossOf, tokenizer, heldOut!, SHAPE, most);
  let since = Date.now();
  let losses: number[] = [];
  for (let step = saved?.state.steps ?? 0; step < OPTIMISER.steps; step += 1) {
    if (SAMPLE_AT.includes(step))
      samples.push(...(await write(await trainer.weights(), tokenizer, step)));
    // Each batch depends on the number of its step only, so that a stop changes nothing.
    const batch = causalBatch(tokens!, SHAPE, seeded(SEED * BATCHES_APART + step));
    losses.push((await trainer.step(batch)).loss);
    if ((step + 1) % STATE_EVERY > 0) continue;
    const loss = losses.reduce((sum, one) => sum + one, 0) / losses.length;
    losses = [];
    const bitsNow = await bits(trainer.lossOf, ASKED_ON_THE_WAY);
    curve.push({ step: step + 1, loss, bitsPerCharacter: bitsNow });
    log.hours += (Date.now() - since) / 3_600_000;
    since = Date.now();
    saveState(await trainer.state(), { curve, samples, hours: log.hours });
    console.log(step + 1, loss.toFixed(3), bitsNow.toFixed(3), `${log.hours.toFixed(2)} h`);
  }
  const bitsPerCharacterUnrounded = await bits(trainer.lossOf);
  const weights = await trainer.weights();
  trainer.dispose();

  const metadata = { model: JSON.stringify(MODEL), tokenizer: 'tokenizer.json' };
  const file = writeCheckpoint({ weights, metadata }, 'int8');
  writeFileSync(join(FOLDER, `${ID}.safetensors`), file);
  const shipped = readCheckpoint(file).weights;
  const reader = makeLoss(OBJECTIVE);
  const card: ModelCard = {
    id: ID,
    model: MODEL,
    parameters: countOf(weights),
    corpus: ID,
    corpusHash: manifest.corpora[ID].whole.sha256,
    training: {
      optimiser: OPTIMISER,
      batch: SHAPE.batch,
      seed: SEED,
      tokens: OPTIMISER.steps * SHAPE.batch * SHAPE.length,
      epochs: (OPTIMISER.steps * SHAPE.batch * SHAPE.length) / tokens!.length,
    },
    bitsPerCharacter: await bits((batch) => reader.of(toTensors(shipped), batch)),
    bitsPerCharacterUnrounded,
    curve,
    samples: [...samples, ...(await write(shipped, tokenizer, OPTIMISER.steps))],
    hardware: { processor: cpus()[0]?.model ?? 'unknown', threads: 1, hours: log.hours },
    engine: `${ENGINE}, WASM, Node ${process.versions.node}`,
    file: { bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') },
  };
  reader.dispose();
  writeFileSync(join('labs', 'checkpoints', `${ID}.json`), `${JSON.stringify(card, null, 1)}\n`);
  rmSync(STATE, { force: true });
}
