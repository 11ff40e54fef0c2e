/**
 * A figure as the server writes it: complete without a script, with the picture
 * that the build drew. The island inside makes it live.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIGURES, type FigureId } from '@/components/figures/registry';
import { SOURCES, dataset } from '@/data';
import { toJson } from '@/lib/data/export';
import type { FigureData, LayoutName } from '@/lib/figure';
import { datasetPath, href } from '@/lib/site';
import { defaultState } from '@/lib/url-state';
import { FigureBody } from './figure-body';
import { FigureIsland } from './figure-island';

const picture = (id: FigureId, layout: LayoutName) =>
  readFileSync(join(process.cwd(), '.generated/figures', `${id}.${layout}.svg`), 'utf8');

function StillPicture({ id, layout, label }: { id: FigureId; layout: LayoutName; label: string }) {
  return (
    <div
      className={`figure-picture figure-picture-${layout}`}
      role="img"
      aria-label={label}
      dangerouslySetInnerHTML={{ __html: picture(id, layout) }}
    />
  );
}

interface Props {
  id: FigureId;
  /** On its own page, where state keys need no prefix and the page gives the title. */
  alone?: boolean;
}

export async function Figure({ id, alone = false }: Props) {
  const { spec } = await FIGURES[id].spec();
  const data: FigureData = Object.fromEntries(
    spec.datasets.map((name) => [name, toJson(dataset(name), SOURCES)]),
  );
  const state = defaultState(spec.controls);
  const series = spec.series(data, state);
  const label = `${spec.title}. ${series.summary}`;
  return (
    <figure className="figure" id={`figure-${id}`} data-figure={id} aria-label={spec.title}>
      {!alone && (
        <div className="figure-head">
          <p className="figure-title">{spec.title}</p>
          <p className="figure-question">{spec.question}</p>
        </div>
      )}
      <FigureIsland id={id} alone={alone} datasets={spec.datasets}>
        <FigureBody spec={spec} series={series} state={state} alone={alone}>
          <StillPicture id={id} layout="wide" label={label} />
          <StillPicture id={id} layout="narrow" label={label} />
        </FigureBody>
      </FigureIsland>
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
              {Object.keys(data[name]?.sources ?? {}).length} works)
            </span>
          ))}
          . Every value has its own source: point at a mark, or open the table or the files.
        </p>
      </figcaption>
    </figure>
  );
}
