/**
 * The step before every build: checks the data, writes the files that stand
 * beside the pages (public/data, public/figures) and the tables, cuts the fonts and draws every
 * figure and every lab's recorded run once in a DOM, because Recharts draws nothing on a server.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { GlobalRegistrator } from '@happy-dom/global-registrator';
import type { ComponentType, ReactNode } from 'react';
import { DATASET_IDS, SOURCES, dataset } from '@/data';
import type { AnyDataset } from '@/data/schema';
import type { ChartProps } from '@/components/charts/chart';
import { FigureBody } from '@/components/charts/figure-body';
import { CellsTable } from '@/components/data/cells-table';
import { FIGURES, FIGURE_IDS } from '@/components/figures/registry';
import { ENCODINGS } from '@/components/figures/tokenizer/encodings';
import { vocabularyFile } from '@/components/figures/tokenizer/vocabulary-file';
import { LabBody, Origin } from '@/components/labs/lab-body';
import { VIEWS } from '@/components/labs/registry';
import { SPECS } from '@/components/labs/specs';
import { LAB_IDS } from '@/labs/lab';
import { recordedFile, type RecordedRun } from '@/labs/recorded';
import { toCsv, toJson, toJsonSchema } from '@/lib/data/export';
import { datasetFor } from '@/lib/data/for-figure';
import {
  LAYOUTS,
  sizeOf,
  type FigureData,
  type FigureSeries,
  type FigureSpec,
  type LayoutName,
  type Size,
} from '@/lib/figure';
import { figureCsv, figureFooter, figureJson } from '@/lib/figure-files';
import { figureAddress } from '@/lib/figure-links';
import { SITE_URL, figureRowsFile } from '@/lib/site';
import { CHART_COLOURS, standaloneSvg } from '@/lib/svg';
import { writeFonts } from './fonts';
import { defaultState } from '@/lib/url-state';

GlobalRegistrator.register();
const { createRoot } = await import('react-dom/client');
const { renderToStaticMarkup } = await import('react-dom/server');
const { act, createElement } = await import('react');
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const DATA = 'public/data';
const FILES = 'public/figures';
const VOCABULARIES = 'public/vocabularies';
const STILLS = '.generated/figures';
const LAB_STILLS = '.generated/labs';
const TABLES = '.generated/tables';

for (const folder of [DATA, FILES, VOCABULARIES, STILLS, LAB_STILLS, TABLES]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

const json = (content: unknown) => `${JSON.stringify(content, null, 1)}\n`;

for (const id of DATASET_IDS) {
  writeFileSync(`${DATA}/${id}.json`, json(toJson(dataset(id), SOURCES)));
  writeFileSync(`${DATA}/${id}.csv`, toCsv(dataset(id)));
  const { definition, rows }: AnyDataset = dataset(id);
  writeFileSync(`${DATA}/${id}.schema.json`, json(toJsonSchema(definition)));
  const table = (
    <CellsTable
      columns={definition.columns}
      rows={rows}
      label={definition.title}
      className="dataset-table"
      explorable
    />
  );
  writeFileSync(`${TABLES}/${id}.html`, renderToStaticMarkup(table));
}
console.log(`data: ${DATASET_IDS.length} datasets checked and written`);

for (const { id } of ENCODINGS)
  writeFileSync(`${VOCABULARIES}/${id}.json`, await vocabularyFile(id));

/** Recharts' own class names and roles are of no use in a still picture. */
const tidy = (svg: string) =>
  svg
    .replace(
      / (class|role|tabindex|aria-[a-z]+|style|name|type|orientation|clip-path|sharedaxis|data-reading)="[^"]*"/g,
      (all, name) =>
        name === 'class' && /chart-legend|axis-title|mark-names|row-names|name-leader/.test(all)
          ? all
          : '',
    )
    .replace(/<defs>.*?<\/defs>|<(title|desc)><\/\1>/g, '')
    .replace(/<line([^>]*?)>/g, (all) => all.replace(/ (x|y|width|height)="[^"]*"/g, ''))
    .replace(/<path cx="[^"]*" cy="[^"]*"/g, '<path')
    .replace(/<g><\/g>/g, '')
    // Coordinates only: what is written in the picture keeps its digits.
    .replace(/<[^>]+>/g, (tag) => tag.replace(/(\d+\.\d)\d+/g, '$1'));

/** The light theme's colours, for pictures that stand alone. */
const tokens = readFileSync('app/styles/tokens.css', 'utf8');
const lightColours = Object.fromEntries(
  CHART_COLOURS.map((name) => [name, new RegExp(`${name}:\\s*([^;]+);`).exec(tokens)?.[1] ?? '']),
);

/** The datasets of a figure as its readers get them; those cut to its rows are files of its own. */
function dataFor(spec: FigureSpec<FigureSeries>): FigureData {
  const entries = spec.datasets.map((id) => {
    const file = toJson(datasetFor(spec, id), SOURCES);
    if (spec.rows?.[id]) writeFileSync(`public${figureRowsFile(spec.id, id)}`, json(file));
    return [id, file];
  });
  return Object.fromEntries(entries) as FigureData;
}

async function draw<Series extends FigureSeries>(
  id: string,
  Chart: ComponentType<ChartProps<Series>>,
  series: Series,
  layout: LayoutName,
  size: Size,
): Promise<string> {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  await act(async () => root.render(createElement(Chart, { series, layout, size })));
  const svg = host.querySelector('svg');
  if (!svg || svg.querySelectorAll('[data-reading]').length !== series.readings.length) {
    throw new Error(`"${id}": the picture does not show all its readings`);
  }
  const markup = tidy(svg.outerHTML);
  await act(async () => root.unmount());
  host.remove();
  return markup;
}

/** A picture for phones and one for wider columns; the style sheet shows one of them. */
interface Pictures {
  wide: string;
  narrow: string;
  markup: ReactNode;
}

async function drawBoth<Series extends FigureSeries>(
  id: string,
  title: string,
  Chart: ComponentType<ChartProps<Series>>,
  series: Series,
  sizeIn: (layout: LayoutName) => Size,
): Promise<Pictures> {
  const wide = await draw(id, Chart, series, 'wide', sizeIn('wide'));
  const narrow = await draw(id, Chart, series, 'narrow', sizeIn('narrow'));
  const markup = Object.entries({ wide, narrow }).map(([layout, svg]) => {
    const { width, height } = sizeIn(layout as LayoutName);
    return (
      <div
        key={layout}
        className={`figure-picture figure-picture-${layout}`}
        role="img"
        aria-label={`${title}. ${series.summary}`}
        style={{ aspectRatio: `${width} / ${height}` }}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    );
  });
  return { wide, narrow, markup };
}

for (const id of FIGURE_IDS) {
  const { spec } = await FIGURES[id].spec();
  const state = defaultState(spec.controls);
  const data = dataFor(spec);
  const series = spec.series(data, state, await spec.load?.(data, state, () => {}));
  const address = figureAddress(spec, state, SITE_URL);
  const { Chart } = await FIGURES[id].view();
  const { wide, markup } = await drawBoth(id, spec.title, Chart, series, (layout) =>
    sizeOf(spec, series, layout),
  );
  const still = (
    <FigureBody spec={spec} series={series} state={state}>
      {markup}
    </FigureBody>
  );
  writeFileSync(`${STILLS}/${id}.html`, renderToStaticMarkup(still));
  const picture = standaloneSvg(wide, {
    title: spec.title,
    footer: figureFooter(spec, data, address),
    colours: lightColours,
    ...sizeOf(spec, series, 'wide'),
  });
  writeFileSync(`${FILES}/${id}.svg`, picture);
  writeFileSync(`${FILES}/${id}.csv`, figureCsv(series));
  writeFileSync(`${FILES}/${id}.json`, figureJson(spec, series, state, data, address));
}
console.log(`figures: ${FIGURE_IDS.length} drawn`);

for (const id of LAB_IDS) {
  const { spec } = await SPECS[id]();
  const { Chart, Results, series: seriesOf } = await VIEWS[id]();
  const recorded = JSON.parse(readFileSync(`public${recordedFile(id)}`, 'utf8')) as RecordedRun;
  const { config } = recorded.receipt;
  const series = seriesOf(recorded.records, config);
  const { markup } = await drawBoth(id, spec.title, Chart, series, (layout) => LAYOUTS[layout]);
  for (const brief of [false, true]) {
    const still = (
      <LabBody
        spec={spec}
        brief={brief}
        series={series}
        settings={defaultState(spec.controls)}
        state="idle"
        offered={{ save: true, verify: true }}
        origin={<Origin {...recorded} />}
        results={<Results records={recorded.records} settings={config} />}
      >
        {markup}
      </LabBody>
    );
    writeFileSync(`${LAB_STILLS}/${id}${brief ? '.brief' : ''}.html`, renderToStaticMarkup(still));
  }
}
console.log(`labs: ${LAB_IDS.length} drawn`);
await GlobalRegistrator.unregister();
console.log(`fonts: ${Math.round((await writeFonts()) / 1000)} kB`);
