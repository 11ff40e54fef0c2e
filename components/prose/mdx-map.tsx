/** The names of content/*.mdx and the elements of Markdown, resolved in one place. */
import type { ComponentProps, ComponentType } from 'react';
import { Figure } from '@/components/charts/figure';
import { Corpora } from '@/components/labs/corpora';
import { Lab } from '@/components/labs/lab';
import { ModelCard } from '@/components/labs/model-card';
import { Check } from '@/components/questions/check';
import { Numeric } from '@/components/questions/numeric';
import { Option, Question } from '@/components/questions/question';
import { href } from '@/lib/site';
import { Aside } from './aside';
import { Cite } from './cite';
import { DataTable } from './data-table';
import { headingWithLink } from './heading';
import { KeyPoints } from './key-points';
import type { MdxName } from './names';
import { Term } from './term';
import { Value } from './value';

/** Links written in Markdown know nothing of the base path. */
function ProseLink({ href: target = '', ...rest }: ComponentProps<'a'>) {
  return <a href={href(target)} {...rest} />;
}

const named = {
  Aside,
  Check,
  Cite,
  Corpora,
  DataTable,
  Figure,
  KeyPoints,
  Lab,
  ModelCard,
  Numeric,
  Option,
  Question,
  Term,
  Value,
} satisfies Record<MdxName, unknown>;

/** A question as a chapter writes it: the chapter is known from where it stands, the id from what it asks. */
const inChapter = <P extends { chapter: string }>(Component: ComponentType<P>, chapter: string) =>
  function InChapter(props: Omit<P, 'chapter'>) {
    return <Component {...({ ...props, chapter } as P)} />;
  };

/** @param chapter "methods/supervised" */
export const mdxMap = (chapter: string) =>
  ({
    ...named,
    Check: inChapter(Check, chapter),
    Numeric: inChapter(Numeric, chapter),
    Question: inChapter(Question, chapter),
    a: ProseLink,
    h2: headingWithLink('h2'),
    h3: headingWithLink('h3'),
  }) as unknown as Record<string, ComponentType>;
