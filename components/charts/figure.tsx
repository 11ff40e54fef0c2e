/**
 * A figure as the server writes it: complete without a script, with the picture
 * that the build drew. The island inside makes it live.
 */
import { FIGURES, type FigureId } from '@/components/figures/registry';
import type { DatasetId } from '@/data';
import type { AnyDataset } from '@/data/schema';
import { sourceIdsOf } from '@/lib/data/export';
import { dataPathsFor, datasetFor } from '@/lib/data/for-figure';
import { datasetPath, href } from '@/lib/site';
import { FigureIsland } from './figure-island';

interface Props {
  id: FigureId;
  /** On its own page, where state keys need no prefix and the page gives the title. */
  alone?: boolean;
}

function DatasetLink({ name, dataset }: { name: DatasetId; dataset: AnyDataset }) {
  const { definition, rows } = dataset;
  const works = sourceIdsOf(definition, rows).length;
  return (
    <>
      <a href={href(datasetPath(name))}>{definition.title}</a> ({works}{' '}
      {works === 1 ? 'work' : 'works'})
    </>
  );
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
      <FigureIsland id={id} alone={alone} data={dataPathsFor(spec)} />
      <figcaption>
        <p className="figure-look">
          <strong>What to look for.</strong> {spec.lookFor}
        </p>
        <p className="figure-sources">
          Data:{' '}
          {spec.datasets.map((name, i) => (
            <span key={name}>
              {i > 0 && ', '}
              <DatasetLink name={name} dataset={datasetFor(spec, name)} />
            </span>
          ))}
          . Every value has its own source: point at a mark, or open the table or the files.
        </p>
      </figcaption>
    </figure>
  );
}
