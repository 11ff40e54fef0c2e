/** What a chapter may name. components/prose/mdx-map.tsx says what each name is. */
export const MDX_NAMES = [
  'Aside',
  'Check',
  'Cite',
  'Corpora',
  'DataTable',
  'Figure',
  'KeyPoints',
  'Lab',
  'ModelCard',
  'Numeric',
  'Option',
  'Question',
  'Term',
  'Value',
] as const;

export type MdxName = (typeof MDX_NAMES)[number];
