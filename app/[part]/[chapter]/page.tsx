import type { Metadata } from 'next';
import { ChapterPage } from '@/components/prose/chapter-page';
import { chapterMeta } from '@/components/prose/chapters';
import { chapters } from '@/lib/contents';
import { SITE_NAME } from '@/lib/site';

interface Props {
  params: Promise<{ part: string; chapter: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => [...chapters];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { part, chapter } = await params;
  const { title, description } = await chapterMeta(part, chapter);
  return {
    title,
    description,
    openGraph: { title, description, type: 'article', siteName: SITE_NAME },
  };
}

export default async function Page({ params }: Props) {
  return <ChapterPage {...await params} />;
}
