import { ChapterAnswers } from '@/components/questions/chapter-answers';
import { chapterName, findPart, neighbours, type ChapterRef } from '@/lib/contents';
import { minutesToRead } from '@/lib/reading-time';
import { chapterPath, href } from '@/lib/site';
import { chapterMeta, loadChapter } from './chapters';
import { mdxMap } from './mdx-map';
import { References } from './references';
import { Toc } from './toc';

async function PagerLink({ to, label }: { to: ChapterRef | undefined; label: string }) {
  if (!to) return null;
  const { title } = await chapterMeta(to.part, to.chapter);
  return (
    <a href={href(chapterPath(to.part, to.chapter))} rel={label === 'Next' ? 'next' : 'prev'}>
      <span>{label}</span>
      {title}
    </a>
  );
}

/** What to read first, for those who come by a link. */
async function Prerequisites({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const links = names.map(async (name) => {
    const [part = '', chapter = ''] = name.split('/');
    const { title } = await chapterMeta(part, chapter);
    return { title, address: href(chapterPath(part, chapter)) };
  });
  return (
    <p className="chapter-meta">
      Builds on{' '}
      {(await Promise.all(links)).map(({ title, address }, i) => (
        <span key={address}>
          {i > 0 && (i === names.length - 1 ? ' and ' : ', ')}
          <a href={address}>{title}</a>
        </span>
      ))}
      .
    </p>
  );
}

export async function ChapterPage({ part, chapter }: ChapterRef) {
  const { meta, Content, toc, uses, questions, words } = await loadChapter(part, chapter);
  const name = chapterName(part, chapter);
  const { previous, next } = neighbours(part, chapter);
  const updated = new Date(meta.updated).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (
    <div className="chapter">
      <Toc entries={toc} />
      <article className="chapter-main">
        <header className="chapter-head">
          {part !== '' && (
            <p className="kicker">
              <a href={href(`/${part}/`)}>{findPart(part)?.title}</a>
            </p>
          )}
          <h1>{meta.title}</h1>
          <p className="chapter-question">{meta.question}</p>
          <p className="chapter-meta">
            {minutesToRead(words)} minutes to read · updated {updated}
          </p>
          <Prerequisites names={meta.prerequisites} />
        </header>
        <div className="prose">
          <Content components={mdxMap(name)} />
          <ChapterAnswers chapter={name} questions={questions.map(({ id }) => id)} />
        </div>
        <References uses={uses} />
        {(previous ?? next) && (
          <nav className="pager" aria-label="Chapters">
            <PagerLink to={previous} label="Previous" />
            <PagerLink to={next} label="Next" />
          </nav>
        )}
      </article>
    </div>
  );
}
