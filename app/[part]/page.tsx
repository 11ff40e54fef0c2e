import type { Metadata } from 'next';
import { ChapterCards } from '@/components/prose/chapter-cards';
import { findPart, parts } from '@/lib/contents';

interface Props {
  params: Promise<{ part: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => parts.map(({ slug }) => ({ part: slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const part = findPart((await params).part);
  return { title: part?.title, description: part?.lead };
}

export default async function Page({ params }: Props) {
  const part = findPart((await params).part);
  if (!part) return null;
  return (
    <div className="page">
      <h1 className="page-title">{part.title}</h1>
      <p className="page-lead">{part.lead}</p>
      <ChapterCards part={part} heading="h2" />
    </div>
  );
}
