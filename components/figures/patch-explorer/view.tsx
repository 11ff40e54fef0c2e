import type { ReactNode } from 'react';
import type { ChartProps } from '@/components/charts/chart';
import {
  layOut,
  paintedPaths,
  squaresPath,
  type Layout,
  type Masked,
  type PatchSeries,
  type Sign,
} from './layout';
import { SIDE, besides } from './masks';
import type { Paint } from './scenes';

type Activate = ((id: string) => void) | undefined;

const fillOf = ({ hue, tone }: Paint) => ({
  fill: hue < 0 ? 'var(--chart-text)' : `var(--chart-${hue + 1})`,
  fillOpacity: hue < 0 ? tone * 0.9 : tone,
});

function handlers(id: string, onActivate: Activate) {
  const activate = onActivate && (() => onActivate(id));
  return { 'data-reading': id, onPointerEnter: activate, onPointerDown: activate };
}

/** Shown patches stand on the left, hidden ones on the right: two halves of one picture. */
function Patches({
  picture,
  placed,
  active,
  onActivate,
}: {
  picture: Masked;
  placed: Layout;
  active?: string;
  onActivate: Activate;
}) {
  const { patch: cell, panels } = placed;
  const at = picture.patches.findIndex(({ id }) => id === active);
  const corner = (patch: number, panel: number) => ({
    x: panels[panel]!.x + (patch % SIDE) * cell,
    y: panels[panel]!.y + Math.floor(patch / SIDE) * cell,
  });
  const panelOf = (patch: number) => (picture.patches[patch]!.isHidden ? 1 : 0);
  const shownBeside = at < 0 ? [] : besides(at).filter((other) => panelOf(other) === 0);
  const dots = picture.patches.flatMap(({ isAlone }, patch) => (isAlone ? [patch] : []));
  return (
    <>
      {panels.map(({ x, y }) => (
        <rect
          key={x}
          x={x - 0.5}
          y={y - 0.5}
          width={SIDE * cell + 1}
          height={SIDE * cell + 1}
          fill="none"
          stroke="var(--chart-axis)"
        />
      ))}
      {picture.patches.map(({ id, paint }, patch) => {
        const own = corner(patch, panelOf(patch));
        const other = corner(patch, 1 - panelOf(patch));
        return (
          <g key={id} {...handlers(id, onActivate)}>
            <rect {...own} width={cell} height={cell} {...fillOf(paint)} />
            {onActivate && <rect {...other} width={cell} height={cell} fill="transparent" />}
          </g>
        );
      })}
      <g pointerEvents="none">
        <path
          d={dots
            .map((patch) => {
              const { x, y } = corner(patch, 1);
              const r = cell * 0.2;
              return `M${x + cell / 2 - r},${y + cell / 2}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0z`;
            })
            .join('')}
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth={1}
        />
        {shownBeside.map((patch) => (
          <rect
            key={patch}
            {...corner(patch, 0)}
            width={cell}
            height={cell}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={1.5}
            strokeDasharray="3 2"
          />
        ))}
        {at >= 0 &&
          [0, 1].map((panel) => (
            <rect
              key={panel}
              {...corner(at, panel)}
              width={cell}
              height={cell}
              fill="none"
              stroke="var(--ink)"
              strokeWidth={panel === panelOf(at) ? 3 : 1.5}
            />
          ))}
      </g>
    </>
  );
}

function Shares({
  placed,
  active,
  onActivate,
}: {
  placed: Layout;
  active?: string;
  onActivate: Activate;
}) {
  const size = placed.shareSize;
  const cell = size / SIDE;
  return placed.shares.map(({ id, percent, hidden, alone, isCurrent, x, y }) => (
    <g key={id} transform={`translate(${x} ${y})`} {...handlers(id, onActivate)}>
      <rect width={size} height={size} fill="var(--paper)" />
      <path d={squaresPath(hidden, SIDE, cell)} fill="var(--chart-muted)" fillOpacity={0.45} />
      <path d={squaresPath(alone, SIDE, cell)} fill="var(--ink)" />
      <rect
        x={-0.5}
        y={-0.5}
        width={size + 1}
        height={size + 1}
        fill="none"
        stroke={isCurrent || id === active ? 'var(--ink)' : 'var(--chart-axis)'}
        strokeWidth={id === active ? 3 : isCurrent ? 2 : 1}
      />
      <text y={size + 16} fontSize={12} fontWeight={isCurrent ? 650 : 400}>
        {percent}% hidden
      </text>
      <text y={size + 31} fontSize={12}>
        {Math.round((100 * alone.length) / hidden.length)}% alone
      </text>
    </g>
  ));
}

/** How a view stands to the one that is pointed at. */
const FRAMES = {
  self: { stroke: 'var(--ink)', strokeWidth: 3, strokeDasharray: undefined },
  partner: { stroke: 'var(--chart-7)', strokeWidth: 5, strokeDasharray: undefined },
  stranger: { stroke: 'var(--chart-2)', strokeWidth: 2, strokeDasharray: '5 4' },
  none: { stroke: 'var(--chart-axis)', strokeWidth: 1, strokeDasharray: undefined },
} as const;
type Standing = keyof typeof FRAMES;

function Tiles({
  placed,
  focus,
  onActivate,
}: {
  placed: Layout;
  focus?: string;
  onActivate: Activate;
}) {
  const marked = placed.tiles.find(({ id }) => id === focus);
  const standing = (tile: Layout['tiles'][number]): Standing => {
    if (tile.id === focus) return 'self';
    if (!marked?.partner || !tile.partner) return 'none';
    return tile.id === marked.partner ? 'partner' : 'stranger';
  };
  return placed.tiles.map((tile) => {
    const { id, x, y, size, cells, side, crops } = tile;
    return (
      <g key={id} transform={`translate(${x} ${y})`} {...handlers(id, onActivate)}>
        <rect width={size} height={size} fill="var(--paper)" />
        {paintedPaths(cells, side, size / side).map(({ paint, d }) => (
          <path key={`${paint.hue} ${paint.tone}`} d={d} {...fillOf(paint)} />
        ))}
        <rect
          x={-1.5}
          y={-1.5}
          width={size + 3}
          height={size + 3}
          fill="none"
          {...FRAMES[standing(tile)]}
        />
        {crops?.map(({ crop, dashed }) => (
          <rect
            key={String(dashed)}
            x={crop.x * size}
            y={crop.y * size}
            width={crop.width * size}
            height={crop.height * size}
            fill="none"
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray={dashed ? '5 3' : undefined}
          />
        ))}
      </g>
    );
  });
}

const SAMPLE = { x: 1, y: 1, width: 17, height: 13 };

/** Samples of what is drawn, for the legend. */
const SAMPLES: Record<Sign, ReactNode> = {
  alone: (
    <>
      <rect {...SAMPLE} fill="var(--chart-3)" fillOpacity={0.8} />
      <circle cx={9.5} cy={7.5} r={3.4} fill="var(--ink)" stroke="var(--paper)" />
    </>
  ),
  self: <rect {...SAMPLE} fill="none" {...FRAMES.self} />,
  partner: <rect {...SAMPLE} fill="none" {...FRAMES.partner} />,
  stranger: <rect {...SAMPLE} fill="none" {...FRAMES.stranger} />,
};

export function Chart({ series, layout, size, active, onActivate }: ChartProps<PatchSeries>) {
  const placed = layOut(series, layout);
  const { picture } = series;
  return (
    <svg
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      {placed.headline.map(({ x, y, text }) => (
        <text key={y} x={x} y={y} fontSize={14} fontWeight={650}>
          {text}
        </text>
      ))}
      <g className="chart-legend">
        {placed.legend.map(({ sign, text, x, y }) => (
          <g key={sign} transform={`translate(${x} ${y})`}>
            {SAMPLES[sign]}
            <text x={26} y={12} fontSize={12}>
              {text}
            </text>
          </g>
        ))}
      </g>
      <g className="axis-title">
        {[...placed.labels, ...placed.stripHead].map(({ x, y, text }) => (
          <text key={text} x={x} y={y} fontSize={12}>
            {text}
          </text>
        ))}
      </g>
      {picture.kind === 'mae' ? (
        <>
          <Patches picture={picture} placed={placed} active={active} onActivate={onActivate} />
          <Shares placed={placed} active={active} onActivate={onActivate} />
        </>
      ) : (
        <Tiles placed={placed} focus={active ?? series.focus} onActivate={onActivate} />
      )}
    </svg>
  );
}
