'use client';

/** A figure at work: settings in the address, readings by pointer and keyboard, files of what is shown. */
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
} from 'react';
import { replaceQuery } from '@/components/site/address';
import {
  sizeOf,
  type FigureData,
  type FigureSeries,
  type FigureSpec,
  type LayoutName,
} from '@/lib/figure';
import { defaultState, readForm, readState, writeState, type FigureState } from '@/lib/url-state';
import { afterPaint } from './after-paint';
import type { FigureAction } from './figure-bar';
import { FigureBody } from './figure-body';
import { carryOut } from './figure-actions';
import type { ChartProps } from './chart';
import type { Handover } from './island';
import { LoadingBar, LoadingFailure } from './loading';
import { Readout } from './readout';
import { useLoaded } from './use-loaded';

export interface LiveProps extends Handover {
  spec: FigureSpec<FigureSeries>;
  Chart: ComponentType<ChartProps<FigureSeries>>;
  data: FigureData;
  /** What the spec's `load` gave for the default state, if it has one. */
  loadedAtRest?: unknown;
  alone: boolean;
}

/** Where the column is narrower, the narrow drawing is shown (as the container query in globals.css). */
const NARROW_BELOW = 480;
const layoutFor = (width: number): LayoutName => (width < NARROW_BELOW ? 'narrow' : 'wide');

function initialState({ spec, alone, form }: LiveProps): {
  state: FigureState;
  problems: string[];
} {
  const fromUrl = readState(spec.controls, new URLSearchParams(location.search), spec.id, alone);
  const given = writeState(spec.controls, fromUrl.state, new URLSearchParams(), spec.id, true);
  if ([...given].length > 0 || fromUrl.problems.length > 0) return fromUrl;
  return { state: form ? readForm(spec.controls, form) : fromUrl.state, problems: [] };
}

const apology = (problems: readonly string[]) =>
  `This link asks for something the figure does not have: ${problems.join('; ')}. Showing the default instead.`;

/** The reading that an arrow key leads to; readings in focus come first, from left to right or as listed. */
function step(series: FigureSeries, active: string | undefined, key: string): string | undefined {
  const order = [...series.readings].sort(
    (a, b) => Number(a.muted ?? 0) - Number(b.muted ?? 0) || (series.isList ? 0 : a.x - b.x),
  );
  const at = order.findIndex((r) => r.id === active);
  const last = order.length - 1;
  const next: Record<string, number> = {
    ArrowRight: Math.min(last, at + 1),
    ArrowDown: Math.min(last, at + 1),
    ArrowLeft: at < 0 ? last : Math.max(0, at - 1),
    ArrowUp: at < 0 ? last : Math.max(0, at - 1),
    Home: 0,
    End: last,
  };
  const index = next[key];
  return index === undefined ? undefined : order[index]?.id;
}

export function LiveFigure(props: LiveProps) {
  const { spec, Chart, data, alone } = props;
  const stage = useRef<HTMLDivElement>(null);
  const [initial] = useState(() => initialState(props));
  const [state, setState] = useState(initial.state);
  const [active, setActive] = useState<string>();
  const [message, setMessage] = useState(
    initial.problems.length > 0 ? apology(initial.problems) : '',
  );
  const [layout, setLayout] = useState(() => layoutFor(props.width));
  const [atRest] = useState(() => ({
    state: defaultState(spec.controls),
    loaded: props.loadedAtRest,
  }));
  const { shown, share, failure, retry } = useLoaded(spec, data, state, atRest);
  // The control that was touched is painted first, the picture right after it: on a slow phone the
  // picture can take longer than a finger waits.
  const drawn = useDeferredValue(shown);
  const highlighted = useDeferredValue(active);
  const series = useMemo(() => spec.series(data, drawn.state, drawn.loaded), [spec, data, drawn]);
  const size = useMemo(() => sizeOf(spec, series, layout), [spec, series, layout]);
  const chart = useMemo(
    () => (
      <Chart
        series={series}
        layout={layout}
        size={size}
        active={highlighted}
        onActivate={setActive}
      />
    ),
    [Chart, series, layout, size, highlighted],
  );
  const reading = series.readings.find((r) => r.id === active);

  const act = async (action: FigureAction) => {
    const svg = stage.current?.querySelector('svg');
    setMessage(
      await carryOut(action, { spec, series, state: drawn.state, chosen: state, data, svg, size }),
    );
  };

  useEffect(() => {
    const element = stage.current?.closest('figure');
    if (!element) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setLayout(layoutFor(entry.contentRect.width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const change = (next: FigureState) => {
    setState(next);
    setActive(undefined);
    setMessage('');
    // A new address has the browser look through all its styles, which no finger should wait for.
    afterPaint(() =>
      replaceQuery(
        writeState(spec.controls, next, new URLSearchParams(location.search), spec.id, alone),
      ),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.key === 'Escape' ? undefined : step(series, active, event.key);
    if (next === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    setActive(next);
  };

  return (
    <FigureBody
      spec={spec}
      series={series}
      state={state}
      tableOpen={props.tableOpen}
      moreOpen={props.moreOpen}
      readout={reading && <Readout reading={reading} data={data} />}
      message={message}
      onChange={change}
      onAction={(action) => void act(action)}
    >
      {spec.load && (
        <div className="figure-waiting" role="status">
          {failure !== undefined ? (
            <LoadingFailure why={failure} retry={retry} />
          ) : (
            share !== undefined && <LoadingBar share={share} />
          )}
        </div>
      )}
      <div
        ref={stage}
        id={`${spec.id}-picture`}
        className="figure-picture"
        role="application"
        aria-roledescription="chart"
        aria-label={`${spec.title}. ${series.summary} Use the arrow keys to read the marks.`}
        aria-busy={share !== undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
      >
        {chart}
      </div>
    </FigureBody>
  );
}
