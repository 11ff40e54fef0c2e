import { rowChartHeight } from '@/lib/row-layout';
import { isKnown } from '@/data/cell';
import {
  LAYOUTS,
  choiceOf,
  need,
  type DatasetFile,
  type FigureData,
  type FigureSpec,
  type Report,
  type RowSeries,
} from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import { cutText } from '#cutter';
import { countSeries, type SentenceRow } from './count-series';
import type { Cuts } from './cut';
import { cutSeries, type PieceSeries } from './cut-series';
import { ENCODINGS, type Encoding } from './encodings';
import { layoutPieces } from './layout';
import { LANGUAGES, OTHER_SAMPLES } from './samples';

export type TokenSeries = RowSeries | PieceSeries;

const ALL = 'all';
/** About two lines of a phone in small pieces. */
const LONGEST = 160;

const chosenIn = ({ tokenizers }: FigureState): Encoding[] =>
  ENCODINGS.filter(({ id }) => Array.isArray(tokenizers) && tokenizers.includes(id));

const showsPieces = (state: FigureState) =>
  choiceOf(state, 'text') !== '' || choiceOf(state, 'sample') !== ALL;

const tokenizersIn = (data: FigureData) => need<SentenceRow>(data, 'tokenizers');

/** The counts are in the dataset; only cutting takes a vocabulary, and only those that cut. */
async function load(data: FigureData, state: FigureState, report: Report): Promise<Cuts> {
  if (!showsPieces(state)) return new Map();
  return cutText(textIn(tokenizersIn(data), state).text, chosenIn(state), report);
}

/** What the reader typed, or else the sample that is chosen. */
function textIn(file: DatasetFile<SentenceRow>, state: FigureState) {
  const typed = choiceOf(state, 'text');
  // The package misreads the byte order mark, which nobody sees or means.
  if (typed !== '') return { text: typed.replaceAll('\ufeff', '') };
  const sample = choiceOf(state, 'sample');
  const row = file.rows.find(({ id }) => id === sample);
  if (row && isKnown(row.sentence)) return { text: row.sentence.value, row };
  return { text: OTHER_SAMPLES.find(({ id }) => id === sample)?.text ?? '' };
}

/** Counts of one sentence in every language, or one text in pieces. */
export function series(data: FigureData, state: FigureState, loaded?: Cuts): TokenSeries {
  const file = tokenizersIn(data);
  const chosen = chosenIn(state);
  if (!showsPieces(state)) return countSeries(file, chosen);
  return cutSeries(file, textIn(file, state), chosen, loaded);
}

export const spec: FigureSpec<TokenSeries, Cuts> = {
  id: 'tokenizer',
  title: 'One sentence, many prices',
  question: 'How many tokens does the same sentence cost in different languages?',
  lookFor:
    'Follow one row from GPT-2 to GPT-4o: each vocabulary is about twice as large as the one before, and most of the gap to English has closed. Amharic shows for whom it has not: no piece of any of the three holds a whole letter of its script. Then choose a language, code or digits, or type a text, and see where each tokenizer cuts.',
  datasets: ['tokenizers'],
  controls: [
    {
      kind: 'choice',
      key: 'sample',
      label: 'Show',
      default: ALL,
      options: [
        { value: ALL, label: 'All languages, counted' },
        ...LANGUAGES.map(([value, name]) => ({ value, label: `${name}, in pieces` })),
        ...OTHER_SAMPLES.map(({ id, name }) => ({ value: id, label: `${name}, in pieces` })),
      ],
    },
    { kind: 'text', key: 'text', label: 'Or type a text', default: '', longest: LONGEST },
    {
      kind: 'set',
      key: 'tokenizers',
      label: 'Tokenizers',
      default: ENCODINGS.map(({ id }) => id),
      options: ENCODINGS.map(({ id, model }) => ({ value: id, label: model })),
    },
  ],
  load,
  series,
  height: (drawn, layout) =>
    'rows' in drawn
      ? rowChartHeight(drawn, layout)
      : layoutPieces(drawn, LAYOUTS[layout].width).height,
};
