import type { Part } from '@/lib/contents';
import { chapterPath, href } from '@/lib/site';
import { chapterMeta } from './chapters';

type Heading = 'h2' | 'h3';

async function Card({
  part,
  chapter,
  heading: Tag,
}: {
  part: string;
  chapter: string;
  heading: Heading;
}) {
  const { title, question } = await chapterMeta(part, chapter);
  return (
    <li>
      <Tag>
        <a href={href(chapterPath(part, chapter))}>{title}</a>
      </Tag>
      <p>{question}</p>
    </li>
  );
}

/** The chapters of a part, each with the question it answers. */
export function ChapterCards({ part, heading }: { part: Part; heading: Heading }) {
  return (
    <ol className="card-list">
      {part.chapters.map((chapter) => (
        <Card key={chapter} part={part.slug} chapter={chapter} heading={heading} />
      ))}
    </ol>
  );
}
