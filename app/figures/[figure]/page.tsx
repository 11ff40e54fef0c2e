import type { Metadata } from 'next';
import { Figure } from '@/components/charts/figure';
import { FIGURE_IDS, FIGURES, isFigureId } from '@/components/figures/registry';
import { href } from '@/lib/site';

interface Props {
  params: Promise<{ figure: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => FIGURE_IDS.map((figure) => ({ figure }));

async function specOf(id: string) {
  return isFigureId(id) ? (await FIGURES[id].spec()).spec : undefined;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const spec = await specOf((await params).figure);
  return {
    title: spec?.title,
    description:
      spec &&
      `${spec.question} An interactive figure with the source of every mark, to link to, embed and download.`,
  };
}

export default async function Page({ params }: Props) {
  const { figure } = await params;
  const spec = await specOf(figure);
  if (!spec || !isFigureId(figure)) return null;
  return (
    <div className="page page-narrow">
      <p className="kicker">
        <a href={href('/figures/')}>Figures</a>
      </p>
      <h1 className="page-title">{spec.title}</h1>
      <p className="page-lead">{spec.question}</p>
      <Figure id={figure} alone />
    </div>
  );
}
