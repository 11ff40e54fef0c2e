/** The texts that the labs learn from, and where they come from. `npm run record -- corpora` writes them. */

export type CorpusId = 'definitions' | 'addresses' | 'moby-dick';

interface CorpusFacts {
  label: string;
  licence: string;
  /** Where the licence asks to be kept with every copy: the file that holds it. */
  notice?: string;
}

export const CORPORA: Readonly<Record<CorpusId, CorpusFacts>> = {
  definitions: {
    label: 'Definitions and examples of WordNet 3.1',
    licence: 'WordNet licence',
    notice: '/labs/corpora/wordnet-licence.txt',
  },
  addresses: {
    label: 'State of the Union addresses, 1790 to 2021',
    licence: 'CC0 1.0 (database: PDDL 1.0)',
  },
  'moby-dick': {
    label: 'Herman Melville, Moby-Dick, 1851',
    licence: 'CC0 1.0 (database: PDDL 1.0)',
  },
};

/** Six kinds of thing, and the files of WordNet that hold their nouns (lexnames(5WN)). */
export const KINDS = [
  { id: 'animal', label: 'animal', files: ['05'] },
  { id: 'food', label: 'food', files: ['13'] },
  { id: 'artifact', label: 'artifact', files: ['06'] },
  { id: 'person', label: 'person', files: ['18'] },
  { id: 'place', label: 'place', files: ['15'] },
  { id: 'plant', label: 'plant', files: ['20'] },
] as const satisfies readonly { id: string; label: string; files: readonly string[] }[];

export type Kind = (typeof KINDS)[number]['id'];

export interface LabelledText {
  text: string;
  kind: Kind;
}

interface TextFile {
  characters: number;
  sha256: string;
}

export interface Manifest {
  corpora: Record<
    CorpusId,
    {
      source: { name: string; version: string; integrity: string };
      whole: TextFile;
      wholeHeldOut: TextFile;
      /** The part that a browser can ask for. */
      shipped: TextFile;
      shippedHeldOut: TextFile;
    }
  >;
  kinds: { learn: number; test: number; sha256: string };
}
