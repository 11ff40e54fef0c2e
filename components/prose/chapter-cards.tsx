import type { Part } from '@/lib/contents';
import { chapterPath, href } from '@/lib/site';
import { chapterMeta } from './chapters';

async function Card({ part, chapter }: { part: string; chapter: string }) {
  const { title, question } = await chapterMeta(part, chapter);
  return (
    <li>
      <h3>
        <a href={href(chapterPath(part, chapter))}>{title}</a>
      </h3>
      <p>{question}</p>
    </li>
  );
}

/** The chapters of a part, each with the question it answers. */
export function ChapterCards({ part }: { part: Part }) {
  return (
    <ol className="card-list">
      {part.chapters.map((chapter) => (
        <Card key={chapter} part={part.slug} chapter={chapter} />
      ))}
    </ol>
  );
}
