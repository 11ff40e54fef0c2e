/** A text in pieces: one box a token, in lines, one block a tokenizer. */
import type { ChartProps } from '@/components/charts/chart';
import { groupColour } from '@/components/charts/marks';
import type { PieceSeries } from './cut-series';
import { BOX_HEIGHT, BYTES_SIZE, SENTENCE_SIZE, TEXT_SIZE, layoutPieces } from './layout';

/** Neighbours differ, so that boxes are told apart; bytes are nearly empty and dashed. */
const FILLS = [0.3, 0.15] as const;
const FILL_OF_BYTES = 0.05;

export function PieceChart({ series, size, active, onActivate }: ChartProps<PieceSeries>) {
  const { sentence, heads, boxes } = layoutPieces(series, size.width);
  const pieces = series.blocks.flatMap((block) =>
    block.pieces.map((piece, place) => ({ ...piece, group: block.group, place })),
  );
  return (
    <svg width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`}>
      {sentence.map(({ text, y }) => (
        <text
          key={y}
          x={series.rightToLeft ? size.width - 8 : 8}
          y={y}
          fontSize={SENTENCE_SIZE}
          direction={series.rightToLeft ? 'rtl' : undefined}
        >
          {text}
        </text>
      ))}
      {heads.length === 0 && (
        <text x={8} y={size.height - 8} fontSize={SENTENCE_SIZE}>
          No tokenizer is chosen.
        </text>
      )}
      {heads.map(({ title, group, y }) => (
        <text key={group} x={8} y={y} fontSize={14} fontWeight={650}>
          {title}
        </text>
      ))}
      {pieces.map(({ id, group, place, isWhole }, i) => {
        const box = boxes[i]!;
        const activate = onActivate && (() => onActivate(id));
        return (
          <g key={id} data-reading={id} onPointerEnter={activate} onPointerDown={activate}>
            <rect
              x={box.x}
              y={box.y}
              width={box.width}
              height={BOX_HEIGHT}
              rx={3}
              fill={groupColour(group)}
              fillOpacity={isWhole ? FILLS[place % 2] : FILL_OF_BYTES}
              stroke={id === active ? 'var(--ink)' : groupColour(group)}
              strokeWidth={id === active ? 2 : 0.8}
              strokeDasharray={isWhole || id === active ? undefined : '3 2'}
            />
            <text
              x={box.x + box.width / 2}
              y={box.y + BOX_HEIGHT / 2 + 4.5}
              textAnchor="middle"
              direction={series.rightToLeft ? 'rtl' : undefined}
              fontSize={isWhole ? TEXT_SIZE : BYTES_SIZE}
            >
              {box.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
