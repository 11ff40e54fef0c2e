/** What an objective makes of a text, before it has a place on the page. */

/**
 * given: as it is; hidden: a sign in its place; forged: another token in its place;
 * sign: a mark that the method adds; answer: what must be said.
 */
export type Kind = 'given' | 'hidden' | 'forged' | 'sign' | 'answer';

export interface Box {
  id: string;
  text: string;
  kind: Kind;
  /** Whether the loss falls here. */
  scored: boolean;
  /** Row of the mask that says what may be seen from here; none where another network reads. */
  place?: number;
  /** Ids of the boxes that may be seen from here. */
  sees: readonly string[];
  /** What it is: "Token 5, “shop”". */
  label: string;
  /** What happens to it, as a fragment of a sentence. */
  says: string;
  /** Its number in a drawn order. */
  rank?: number;
}

/** Boxes that stand above each other, column by column; a column may be empty in one line. */
export interface Staff {
  lines: readonly { label: string; boxes: readonly (Box | undefined)[] }[];
}

/** Who may look at whom: one row for each place of the network. */
export interface Mask {
  size: number;
  rows: readonly { sees: readonly number[]; scored: boolean }[];
}

export interface Plan {
  staves: readonly Staff[];
  mask: Mask;
  /** Places at which the loss falls. */
  scored: number;
  places: number;
  /** The box whose view is marked as long as none is pointed at. */
  focus?: string;
  note?: string;
}

/** Places of one network: what each reads, what it must say, and which places it may look at. */
export interface Network {
  reads: readonly (Pick<Box, 'text' | 'kind' | 'label' | 'says'> & { rank?: number })[];
  answers: readonly (Pick<Box, 'text' | 'label' | 'says'> | undefined)[];
  sees: readonly (readonly number[])[];
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
/** From every place to every place: one list that all share. */
export function everyPlace(count: number): (readonly number[])[] {
  const all = upTo(count);
  return all.map(() => all);
}
export const quoted = (token: string): string => `“${token}”`;
export const tokenLabel = (index: number, token: string): string =>
  `Token ${index + 1}, ${quoted(token)}`;
/** "the one token", "the 4 tokens". */
export const theTokens = (count: number): string =>
  count === 1 ? 'the one token' : `the ${count} tokens`;
export const tokensIn = (count: number): string => `${count} ${count === 1 ? 'token' : 'tokens'}`;

/** The boxes of a network: what goes in above, what must be said below. */
export function boxesOf(
  network: Network,
  prefix = '',
): { inputs: Box[]; answers: (Box | undefined)[] } {
  const ids = network.reads.map((_, place) => `${prefix}in-${place}`);
  const idsOf = new Map<readonly number[], readonly string[]>();
  for (const places of network.sees) {
    if (!idsOf.has(places))
      idsOf.set(
        places,
        places.map((place) => ids[place]!),
      );
  }
  const sees = network.sees.map((places) => idsOf.get(places)!);
  const inputs = network.reads.map((piece, place) => ({
    ...piece,
    id: `${prefix}in-${place}`,
    scored: false,
    place,
    sees: sees[place] ?? [],
  }));
  const answers = network.answers.map((answer, place) =>
    answer
      ? {
          ...answer,
          id: `${prefix}out-${place}`,
          kind: 'answer' as const,
          scored: true,
          place,
          sees: sees[place] ?? [],
        }
      : undefined,
  );
  return { inputs, answers };
}

/** The answer in the middle: it has something on both sides. */
export function middleAnswer(answers: readonly (Box | undefined)[]): string | undefined {
  const given = answers.filter((answer) => answer !== undefined);
  return given[Math.floor((given.length - 1) / 2)]?.id;
}

/** A plan with one network and one staff. */
export function singlePlan(network: Network, labels: readonly [string, string]): Plan {
  const { inputs, answers } = boxesOf(network);
  return {
    staves: [
      {
        lines: [
          { label: labels[0], boxes: inputs },
          { label: labels[1], boxes: answers },
        ],
      },
    ],
    mask: {
      size: inputs.length,
      rows: network.sees.map((sees, place) => ({ sees, scored: answers[place] !== undefined })),
    },
    scored: answers.filter(Boolean).length,
    places: inputs.length,
    focus: middleAnswer(answers),
  };
}

export const EMPTY_PLAN: Plan = {
  staves: [],
  mask: { size: 0, rows: [] },
  scored: 0,
  places: 0,
};

/** Settings of the published recipes, from the data. */
export interface Rates {
  /** Percent of the tokens that BERT chooses; of these, percent masked and percent replaced. */
  chosen: number;
  masked: number;
  random: number;
  /** Percent of the tokens that T5 cuts out, in spans of so many tokens on average. */
  cut: number;
  span: number;
  /** Share of a sequence that XLNet scores, from 0 to 1. */
  lastPart: number;
  /** Percent of the places that ELECTRA’s generator fills. */
  filled: number;
  /** Percent of BERT’s pairs whose second part comes from elsewhere. */
  strangers: number;
}

export const LINES = ['Goes in', 'Predicted'] as const;

/** Tokens that go in as they are. */
export const asGiven = (
  tokens: readonly string[],
  says: (place: number) => string,
): Network['reads'] =>
  tokens.map((text, place) => ({
    text,
    kind: 'given' as const,
    label: tokenLabel(place, text),
    says: says(place),
  }));
