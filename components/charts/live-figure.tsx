'use client';

/** A figure at work: settings in the address, readings by pointer and keyboard, files of what is shown. */
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ComponentType } from 'react';
import { replaceQuery } from '@/components/site/address';
import { sizeOf, type FigureData, type FigureSeries, type FigureSpec } from '@/lib/figure';
import { defaultState, writeState, type FigureState } from '@/lib/url-state';
import { afterPaint } from './after-paint';
import type { FigureAction } from './figure-bar';
import { FigureBody } from './figure-body';
import { carryOut } from './figure-actions';
import type { ChartProps } from './chart';
import { initialState } from './initial-state';
import type { Handover } from './island';
import { LoadingBar, LoadingFailure } from './loading';
import { layoutFor } from './layout-for';
import { Readout } from './readout';
import { Stage } from './stage';
import { useLoaded } from './use-loaded';

export interface LiveProps extends Handover {
  spec: FigureSpec<FigureSeries>;
  Chart: ComponentType<ChartProps<FigureSeries>>;
  data: FigureData;
  /** What the spec's `load` gave for the default state, if it has one. */
  loadedAtRest?: unknown;
  alone: boolean;
}

const apology = (problems: readonly string[]) =>
  `This link asks for something the figure does not have: ${problems.join('; ')}. Showing the default instead.`;

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
      <Stage
        ref={stage}
        id={spec.id}
        title={spec.title}
        Chart={Chart}
        series={series}
        layout={layout}
        size={size}
        active={active}
        highlighted={highlighted}
        onActivate={setActive}
        isBusy={share !== undefined}
      />
    </FigureBody>
  );
}
