import type { Metadata } from 'next';
import { Lab } from '@/components/labs/lab';
import { SPECS } from '@/components/labs/specs';
import { loadChapter } from '@/components/prose/chapters';
import { mdxMap } from '@/components/prose/mdx-map';
import { References } from '@/components/prose/references';
import { LAB_IDS, isLabId } from '@/labs/lab';
import { href } from '@/lib/site';

interface Props {
  params: Promise<{ lab: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => LAB_IDS.map((lab) => ({ lab }));

async function specOf(id: string) {
  return isLabId(id) ? (await SPECS[id]()).spec : undefined;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const spec = await specOf((await params).lab);
  return { title: spec?.title, description: spec && `${spec.question} Run it in your browser.` };
}

export default async function Page({ params }: Props) {
  const { lab } = await params;
  const spec = await specOf(lab);
  if (!spec || !isLabId(lab)) return null;
  const { Content, uses } = await loadChapter('labs', lab);
  return (
    <div className="page page-narrow">
      <p className="kicker">
        <a href={href('/labs/')}>Labs</a>
      </p>
      <h1 className="page-title">{spec.title}</h1>
      <p className="page-lead">{spec.question}</p>
      <Lab id={lab} alone />
      <div className="prose">
        <Content components={mdxMap(`labs/${lab}`)} />
      </div>
      <References uses={uses} />
    </div>
  );
}
