/** Tokens as boxes, for figures about what a model reads and writes. */

/** given: as it is; hidden: a sign in its place; forged: another in its place; sign: added by the method; answer: must come out. */
export type TokenKind = 'given' | 'hidden' | 'forged' | 'sign' | 'answer';

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

const TEXT = 12.5;
const STROKES: Record<TokenKind, string> = {
  given: 'var(--chart-axis)',
  hidden: 'var(--chart-4)',
  forged: 'var(--chart-2)',
  sign: 'var(--chart-axis)',
  answer: 'var(--chart-1)',
};

/** Shape repeats what colour says: dashed where something is hidden, a cut corner where it is replaced, a foot where loss falls. */
function Shape({ kind, frame, isSeen }: { kind: TokenKind; frame: Frame; isSeen: boolean }) {
  const { x, y, width, height } = frame;
  const isAnswer = kind === 'answer';
  return (
    <>
      <rect
        {...frame}
        rx={radiusOf(kind, frame)}
        fill={isAnswer ? 'var(--chart-1)' : 'var(--paper)'}
        stroke={STROKES[kind]}
        strokeWidth={kind === 'given' || kind === 'sign' ? 1 : 1.6}
        strokeDasharray={kind === 'hidden' ? '4 3' : undefined}
      />
      {isSeen && !isAnswer && (
        <rect {...frame} rx={radiusOf(kind, frame)} fill="var(--chart-7)" fillOpacity={0.26} />
      )}
      {kind === 'forged' && <path d={`M${x + width - 9},${y}h9v9z`} fill="var(--chart-2)" />}
      {isAnswer && (
        <path d={`M${x + width / 2 - 5},${y + height + 7}h10l-5,-6z`} fill="var(--chart-1)" />
      )}
    </>
  );
}

const radiusOf = (kind: TokenKind, { height }: Frame) => (kind === 'sign' ? height / 2 : 3);

const Ring = ({
  frame,
  radius,
  colour,
  by,
}: {
  frame: Frame;
  radius: number;
  colour: string;
  by: number;
}) => (
  <rect
    x={frame.x - by}
    y={frame.y - by}
    width={frame.width + 2 * by}
    height={frame.height + 2 * by}
    rx={radius + by / 2}
    fill="none"
    stroke={colour}
    strokeWidth={2}
  />
);

interface TokenBoxProps {
  /** Id of its reading. */
  id: string;
  kind: TokenKind;
  text: string;
  rank?: number;
  box: Frame;
  isFocus: boolean;
  isSeen: boolean;
  /** Neither pointed at nor seen from what is pointed at. */
  isApart: boolean;
  onActivate?: (id: string) => void;
}

export function TokenBox(props: TokenBoxProps) {
  const { id, kind, text, rank, box, isFocus, isSeen, isApart, onActivate } = props;
  const activate = onActivate && (() => onActivate(id));
  const radius = radiusOf(kind, box);
  const colour = kind === 'answer' ? 'var(--paper)' : isApart ? 'var(--chart-text)' : 'var(--ink)';
  return (
    <g data-reading={id} onPointerEnter={activate} onPointerDown={activate}>
      <Shape kind={kind} frame={box} isSeen={isSeen} />
      {isSeen && <Ring frame={box} radius={radius} colour="var(--chart-7)" by={0} />}
      {isFocus && <Ring frame={box} radius={radius} colour="var(--ink)" by={2} />}
      <text
        x={box.x + box.width / 2}
        y={box.y + box.height / 2 + 4.5}
        textAnchor="middle"
        fontSize={TEXT}
      >
        {rank !== undefined && (
          <tspan fill="var(--chart-text)" fontSize={11.5} dy={-3}>
            {rank}{' '}
          </tspan>
        )}
        <tspan
          fill={colour}
          fontWeight={isSeen ? 600 : 400}
          dy={rank === undefined ? undefined : 3}
        >
          {text}
        </tspan>
      </text>
    </g>
  );
}

/** A box without a token, for the legend. */
export function TokenSample({ kind }: { kind: TokenKind | 'seen' }) {
  const frame = { x: 1, y: 0, width: 21, height: 15 };
  return kind === 'seen' ? (
    <>
      <Shape kind="given" frame={frame} isSeen />
      <Ring frame={frame} radius={3} colour="var(--chart-7)" by={0} />
    </>
  ) : (
    <Shape kind={kind} frame={frame} isSeen={false} />
  );
}
