import type { ChartProps } from '@/components/charts/chart';
import {
  captionLines,
  gridPath,
  layOut,
  maskPath,
  type Layout,
  type ObjectiveSeries,
} from './layout';
import { BOX_HEIGHT, LINE_HEIGHT } from './layout';
import { TokenBox, TokenSample } from '@/components/charts/token-chart';

type Activate = ((id: string) => void) | undefined;

/** The mask of one objective as a small picture. */
function Thumb({
  thumb,
  size,
  row,
  isActive,
  onActivate,
}: {
  thumb: Layout['thumbs'][number];
  size: number;
  /** The place whose row is marked. */
  row?: number;
  isActive: boolean;
  onActivate: Activate;
}) {
  const activate = onActivate && (() => onActivate(thumb.id));
  const cell = size / thumb.mask.size;
  const isMarked = thumb.isCurrent || isActive;
  return (
    <g
      transform={`translate(${thumb.x} ${thumb.y})`}
      data-reading={thumb.id}
      onPointerEnter={activate}
      onPointerDown={activate}
    >
      <rect width={size} height={size} fill="var(--paper)" />
      <path d={maskPath(thumb.mask, false, size)} fill="var(--chart-muted)" />
      <path d={maskPath(thumb.mask, true, size)} fill="var(--chart-1)" />
      <path d={gridPath(thumb.mask, size)} stroke="var(--paper)" strokeWidth={0.8} />
      {row !== undefined && (
        <rect
          x={-3}
          y={row * cell - 1}
          width={size + 6}
          height={cell + 1.5}
          fill="none"
          stroke="var(--ink)"
          strokeWidth={1.5}
        />
      )}
      <rect
        x={-0.5}
        y={-0.5}
        width={size + 1}
        height={size + 1}
        fill="none"
        stroke={isMarked ? 'var(--ink)' : 'var(--chart-axis)'}
        strokeWidth={isActive ? 3 : isMarked ? 2 : 1}
      />
      {[...thumb.lines, `${thumb.scored} of ${thumb.places}`].map((line, i) => (
        <text
          key={line}
          x={0}
          y={size + 16 + i * 14}
          fontSize={12}
          fontWeight={thumb.isCurrent && i < thumb.lines.length ? 650 : 400}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

export function Chart({ series, layout, size, active, onActivate }: ChartProps<ObjectiveSeries>) {
  const placed = layOut(series, layout);
  const boxes = placed.boxes.map(({ box }) => box);
  const focus = boxes.find((box) => box.id === (active ?? series.plan.focus));
  const seen = new Set(focus?.sees);
  return (
    <svg
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      xmlns="http://www.w3.org/2000/svg"
    >
      {placed.headline.map((line) => (
        <text key={line.y} x={line.x} y={line.y} fontSize={14} fontWeight={650}>
          {line.text}
        </text>
      ))}
      <g className="chart-legend">
        {placed.legend.map(({ kind, text, x, y }) => (
          <g key={kind} transform={`translate(${x} ${y})`}>
            <TokenSample kind={kind} />
            <text x={27} y={12} fontSize={12}>
              {text}
            </text>
          </g>
        ))}
      </g>
      <g className="axis-title">
        {placed.labels.map(({ x, y, text }) => (
          <text key={`${text} ${y}`} x={x} y={y} fontSize={12}>
            {text}
          </text>
        ))}
      </g>
      <path
        d={placed.links.map(({ x, from, to }) => `M${x},${from}V${to}`).join('')}
        stroke="var(--chart-axis)"
      />
      {placed.silent.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={1.8} fill="var(--chart-muted)" />
      ))}
      {placed.boxes.map(({ box, text, x, y, width }) => (
        <TokenBox
          key={box.id}
          id={box.id}
          kind={box.kind}
          text={text}
          rank={box.rank}
          box={{ x, y, width, height: BOX_HEIGHT }}
          isFocus={box === focus}
          isSeen={seen.has(box.id)}
          isApart={focus !== undefined && box !== focus && !seen.has(box.id)}
          onActivate={onActivate}
        />
      ))}
      {captionLines(focus, layout).map((line, i) => (
        <text key={line} x={0} y={placed.caption.y + i * LINE_HEIGHT} fontSize={13}>
          {line}
        </text>
      ))}
      <g className="axis-title">
        {placed.stripHead.map(({ x, y, text }) => (
          <text key={y} x={x} y={y} fontSize={12}>
            {text}
          </text>
        ))}
      </g>
      {placed.thumbs.map((thumb) => (
        <Thumb
          key={thumb.id}
          thumb={thumb}
          size={placed.thumbSize}
          row={thumb.isCurrent ? focus?.place : undefined}
          isActive={thumb.id === active}
          onActivate={onActivate}
        />
      ))}
    </svg>
  );
}
