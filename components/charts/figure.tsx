/**
 * A figure as the server writes it: complete without a script, with the picture
 * that the build drew. The island inside makes it live.
 */
import { FIGURES, type FigureId } from '@/components/figures/registry';
import { dataset } from '@/data';
import { sourceIdsOf } from '@/lib/data/export';
import { datasetPath, href } from '@/lib/site';
import { FigureIsland } from './figure-island';

interface Props {
  id: FigureId;
  /** On its own page, where state keys need no prefix and the page gives the title. */
  alone?: boolean;
}

export async function Figure({ id, alone = false }: Props) {
  const { spec } = await FIGURES[id].spec();
  return (
    <figure
      className={alone ? 'figure figure-alone' : 'figure'}
      id={`figure-${id}`}
      data-figure={id}
      aria-label={spec.title}
    >
      {!alone && (
        <div className="figure-head">
          <p className="figure-title">{spec.title}</p>
          <p className="figure-question">{spec.question}</p>
        </div>
      )}
      <FigureIsland id={id} alone={alone} datasets={spec.datasets} />
      <figcaption>
        <p className="figure-look">
          <strong>What to look for.</strong> {spec.lookFor}
        </p>
        <p className="figure-sources">
          Data:{' '}
          {spec.datasets.map((name, i) => (
            <span key={name}>
              {i > 0 && ', '}
              <a href={href(datasetPath(name))}>{dataset(name).definition.title}</a> (
              {sourceIdsOf(dataset(name).definition, dataset(name).rows).length} works)
            </span>
          ))}
          . Every value has its own source: point at a mark, or open the table or the files.
        </p>
      </figcaption>
    </figure>
  );
}
