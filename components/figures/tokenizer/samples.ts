/** What the reader can have cut without typing. The sentences are the dataset's, the rest is ours. */

/** Ids of the dataset's rows, with the names that the choice shows; a test holds them to the rows. */
export const LANGUAGES = [
  ['english', 'English'],
  ['german', 'German'],
  ['finnish', 'Finnish'],
  ['turkish', 'Turkish'],
  ['swahili', 'Swahili'],
  ['russian', 'Russian'],
  ['greek', 'Greek'],
  ['arabic', 'Arabic'],
  ['hindi', 'Hindi'],
  ['amharic', 'Amharic'],
  ['chinese', 'Chinese'],
  ['japanese', 'Japanese'],
  ['korean', 'Korean'],
] as const;

const CODE = `def mean(values):
    total = 0
    for value in values:
        total += value
    return total / len(values)`;

const DIGITS = '7 + 58 = 65, 1989 + 2026 = 4015, 3.14159265358979';

export const OTHER_SAMPLES: readonly { id: string; name: string; text: string }[] = [
  { id: 'code', name: 'Python code', text: CODE },
  { id: 'digits', name: 'Digits', text: DIGITS },
];
