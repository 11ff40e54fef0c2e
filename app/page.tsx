import { Lab } from '@/components/labs/lab';
import { BookMap } from '@/components/prose/book-map';
import { DATASET_IDS, SOURCES, dataset } from '@/data';
import { firstChapterPath } from '@/lib/contents';
import { href } from '@/lib/site';

/** Cells that carry a source of their own, over all datasets. */
function countSourcedValues(): number {
  return DATASET_IDS.map(dataset)
    .flatMap(({ rows }) => rows as readonly Record<string, unknown>[])
    .flatMap((row) => Object.values(row))
    .filter((cell) => typeof cell === 'object' && cell !== null && 'locator' in cell).length;
}

export default function Home() {
  return (
    <div className="page">
      <div className="hero">
        <div>
          <h1>Hardly anyone starts from zero.</h1>
          <p className="hero-lead">
            Most models in use began as another model: trained once, at length, then adapted. This
            is a field guide to how that works and what it costs, for people who want to see the
            evidence and try it.
          </p>
          <p>
            <a className="call" href={href(firstChapterPath)}>
              Start with the introduction
            </a>
            <a className="call call-quiet" href={href('/labs/')}>
              See the labs
            </a>
          </p>
        </div>
        <Lab id="adapt" brief />
      </div>
      <div className="promises">
        <div>
          <h2>A source behind every number</h2>
          <p>
            {countSourcedValues().toLocaleString('en')} values from {SOURCES.size} works, each with
            the table or section it stands in. Hover over a number, or follow it.
          </p>
        </div>
        <div>
          <h2>Figures that answer back</h2>
          <p>
            Change the question, read any mark by pointer or keyboard, link to what you see, take
            the data with you.
          </p>
        </div>
        <div>
          <h2>Models that train here</h2>
          <p>
            Labs run real gradient descent in your browser, on your device alone. Every run has a
            seed, an address and a receipt.
          </p>
        </div>
        <div>
          <h2>Yours to teach from</h2>
          <p>
            Every section has an address. The whole site is a folder of files that any server can
            host, offline too.
          </p>
        </div>
      </div>
      <BookMap />
    </div>
  );
}
