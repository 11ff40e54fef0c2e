/** Next-sentence prediction: two passages and one question about both. */
import type { Random } from '@/lib/seeded';
import {
  everyPlace,
  quoted,
  singlePlan,
  tokenLabel,
  type Network,
  type Plan,
  type Rates,
} from './plan';
import { splitSentences } from './tokens';

/** Part of another text, for pairs that do not belong together. */
const STRANGER = ['Enzymes', 'lower', 'the', 'barrier', '.'] as const;

/** Two passages and one question about both. */
export function nextSentence(tokens: readonly string[], rates: Rates, random: Random): Plan {
  const [first, second] = splitSentences(tokens);
  const follows = random() * 100 >= rates.strangers && second.length > 0;
  const passage = follows ? second : [...STRANGER];
  const pieces: { text: string; index?: number }[] = [
    { text: '[CLS]' },
    ...first.map((text, index) => ({ text, index })),
    { text: '[SEP]' },
    ...passage.map((text, index) => ({ text, index: follows ? first.length + index : undefined })),
    { text: '[SEP]' },
  ];
  const isSign = (text: string) => text === '[CLS]' || text === '[SEP]';
  const network: Network = {
    reads: pieces.map((piece, place) => ({
      text: piece.text,
      kind: isSign(piece.text) ? ('sign' as const) : ('given' as const),
      label: isSign(piece.text)
        ? `Mark ${piece.text}`
        : piece.index === undefined
          ? `${quoted(piece.text)}, from another text`
          : tokenLabel(piece.index, piece.text),
      says: `${place > first.length + 1 ? 'passage B' : 'passage A'}; seen from every place, no loss here`,
    })),
    answers: pieces.map((_, place) =>
      place === 0
        ? {
            text: follows ? 'follows' : 'stranger',
            label: 'The one answer',
            says: `passage B ${follows ? 'follows' : 'does not follow'} passage A; judged at ${quoted('[CLS]')}, with all ${pieces.length} places in view; loss falls here`,
          }
        : undefined,
    ),
    sees: everyPlace(pieces.length),
  };
  return {
    ...singlePlan(network, ['Goes in', 'Answer']),
    note: `${second.length === 0 ? 'Your text has one sentence only, so the second is taken from elsewhere. ' : ''}BERT masks tokens of the pair as well, with their own loss; here only the question about the pair is drawn.`,
  };
}
