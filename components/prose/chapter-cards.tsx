import type { Part } from '@/lib/contents';
import { minutesToRead } from '@/lib/reading-time';
import { chapterPath, href } from '@/lib/site';
import { loadChapter } from './chapters';

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
  const { meta, words } = await loadChapter(part, chapter);
  return (
    <li>
      <Tag>
        <a href={href(chapterPath(part, chapter))}>{meta.title}</a>
      </Tag>
      <p>{meta.question}</p>
      <p className="quiet">{minutesToRead(words)} minutes to read</p>
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
