import { ChapterTally } from '@/components/questions/chapter-tally';
import { OPENING } from '@/content/contents';
import { mapArcs } from '@/lib/book-map';
import { chapterName, parts } from '@/lib/contents';
import { minutesToRead } from '@/lib/reading-time';
import { chapterPath, href } from '@/lib/site';
import { loadChapter } from './chapters';

interface Entry {
  name: string;
  address: string;
  title: string;
  question: string;
  minutes: number;
  prerequisites: readonly string[];
  questions: readonly string[];
}

async function readEntry(part: string, chapter: string): Promise<Entry> {
  const { meta, words, questions } = await loadChapter(part, chapter);
  return {
    name: chapterName(part, chapter),
    address: href(chapterPath(part, chapter)),
    title: meta.title,
    question: meta.question,
    minutes: minutesToRead(words),
    prerequisites: meta.prerequisites,
    questions: questions.map(({ id }) => id),
  };
}

function Row({ entry, numbers }: { entry: Entry; numbers: ReadonlyMap<string, Entry> }) {
  const order = [...numbers.keys()];
  const number = order.indexOf(entry.name) + 1;
  return (
    <li className="map-row" data-chapter={number}>
      <span className="map-number" aria-hidden="true">
        {number}
      </span>
      <div className="map-text">
        <a href={entry.address}>{entry.title}</a>
        <p>{entry.question}</p>
      </div>
      <p className="map-meta">
        {entry.minutes} min
        {entry.prerequisites.length > 0 && ' · after '}
        {entry.prerequisites
          .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
          .map((name) => (
            <a key={name} href={numbers.get(name)?.address} title={numbers.get(name)?.title}>
              {order.indexOf(name) + 1}
            </a>
          ))}
        <ChapterTally chapter={entry.name} questions={entry.questions} />
      </p>
    </li>
  );
}

/** Pointing at a chapter shows what it rests on and what rests on it. */
const highlight = (count: number) =>
  Array.from({ length: count }, (_, i) => i + 1)
    .map(
      (n) =>
        `.book-map:has([data-chapter="${n}"]:is(:hover,:focus-within)) [data-joins~="${n}"]{stroke:var(--accent);stroke-width:2.5}`,
    )
    .join('');

/** The whole book in reading order, with what builds on what. Complete without a script. */
export async function BookMap() {
  const opening = { slug: '', title: '', lead: '', chapters: [OPENING] };
  const read = await Promise.all(
    [opening, ...parts].map(async (part) => ({
      ...part,
      titled: part.slug !== '',
      chapters: await Promise.all(part.chapters.map((chapter) => readEntry(part.slug, chapter))),
    })),
  );
  const entries = read.flatMap(({ chapters }) => chapters);
  const numbers = new Map(entries.map((entry) => [entry.name, entry]));
  const { rows, arcs } = mapArcs(read);
  const hours = Math.round(entries.reduce((sum, { minutes }) => sum + minutes, 0) / 60);
  return (
    <section className="book-map" aria-labelledby="map" data-wakes>
      <h2 id="map">The field on one page</h2>
      <p className="quiet">
        {entries.length} chapters, about {hours} hours. Each can be read alone; an arc leads from a
        chapter to those that build on it.
      </p>
      <style>{highlight(entries.length)}</style>
      <div className="map-body">
        <svg
          className="map-arcs"
          viewBox={`0 0 1 ${rows}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {arcs.map(({ from, to, path }) => (
            <path key={`${from}-${to}`} d={path} data-joins={`${from} ${to}`} />
          ))}
        </svg>
        <div className="map-rows">
          {read.map(({ slug, title, lead, titled, chapters }) => (
            <div key={slug} className="map-part">
              {titled && (
                <div className="map-part-head">
                  <h3>
                    <a href={href(`/${slug}/`)}>{title}</a>
                  </h3>
                  <p>{lead}</p>
                </div>
              )}
              <ol>
                {chapters.map((entry) => (
                  <Row key={entry.name} entry={entry} numbers={numbers} />
                ))}
              </ol>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
