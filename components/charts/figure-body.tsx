/**
 * The chrome of every figure, written once. The server draws it around the
 * static picture, the live figure around the chart; both take the same room.
 */
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { FigureSeries, FigureSpec } from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import { afterPaint } from './after-paint';
import { Controls } from './controls';
import { FigureBar, type FigureAction } from './figure-bar';
import { FigureTable } from './figure-table';

/** A live table opens with these; the others come right after, so that it opens at once. */
const ROWS_AT_ONCE = 4;

interface Props {
  spec: FigureSpec<FigureSeries>;
  series: FigureSeries;
  state: FigureState;
  /** The picture. */
  children: ReactNode;
  /** What is pointed at; the live figure says it here. */
  readout?: ReactNode;
  /** A word to the reader after an action, or about a link that could not be read. */
  message?: ReactNode;
  tableOpen?: boolean;
  /** Whether the settings that are folded away are shown. */
  moreOpen?: boolean;
  onChange?: (state: FigureState) => void;
  onAction?: (action: FigureAction) => void;
}

export function FigureBody(props: Props) {
  const { spec, series, state, children, readout, message, onChange, onAction } = props;
  // Long tables come right after the picture, so that a control answers at once.
  const table = useDeferredValue(series.table);
  const [isTableOpen, setTableOpen] = useState(props.tableOpen);
  return (
    <>
      <Controls
        figureId={spec.id}
        title={spec.title}
        controls={spec.controls}
        choices={series.choices}
        state={state}
        moreOpen={props.moreOpen}
        onChange={onChange}
      />
      <div className="figure-stage">{children}</div>
      <div className="figure-readout needs-script" role="status" aria-live="polite">
        {readout ?? (
          <span className="quiet">
            Point at a mark, tap it, or focus the picture and use the arrow keys.
          </span>
        )}
      </div>
      <div className="figure-message" role="status">
        {message}
      </div>
      {series.note && <p className="figure-note">{series.note}</p>}
      <details
        className="figure-table"
        open={props.tableOpen}
        onToggle={({ currentTarget: { open } }) => afterPaint(() => setTableOpen(open))}
      >
        <summary>Show as table</summary>
        <FigureTable
          table={table}
          caption={spec.title}
          most={onChange && !isTableOpen ? ROWS_AT_ONCE : undefined}
        />
      </details>
      <FigureBar figureId={spec.id} title={spec.title} onAction={onAction} />
    </>
  );
}
