import type { Metadata } from 'next';
import { FIGURE_IDS, FIGURES } from '@/components/figures/registry';
import { figurePath, href } from '@/lib/site';

export const metadata: Metadata = {
  title: 'Figures',
  description:
    'Every figure of the field guide: interactive, with the data and the sources behind each mark, to link to, embed and take away.',
};

export default async function Page() {
  const specs = await Promise.all(FIGURE_IDS.map(async (id) => (await FIGURES[id].spec()).spec));
  return (
    <div className="page">
      <h1 className="page-title">Figures</h1>
      <p className="page-lead">
        Each figure answers one question. Its state is in its address, its data is a file, and every
        mark knows where it is from.
      </p>
      <ul className="card-list">
        {specs.map((spec) => (
          <li key={spec.id}>
            <h2>
              <a href={href(figurePath(spec.id))}>{spec.title}</a>
            </h2>
            <p>{spec.question}</p>
            <p className="file-links">
              {['csv', 'json', 'svg'].map((file) => (
                <a
                  key={file}
                  href={href(`/figures/${spec.id}.${file}`)}
                  download
                  aria-label={`${spec.title} as ${file.toUpperCase()}`}
                >
                  {file.toUpperCase()}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
