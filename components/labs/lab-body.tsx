/**
 * The chrome of every lab, written once. The server draws it around the recorded run, the live lab
 * around the reader's; both take the same room.
 */
import type { ReactNode } from 'react';
import { Controls } from '@/components/charts/controls';
import { FigureTable } from '@/components/charts/figure-table';
import type { LabSpec, Settings } from '@/labs/lab';
import type { RecordedRun } from '@/labs/recorded';
import type { RunState } from '@/labs/session';
import type { PointSeries } from '@/lib/figure';
import { ReceiptBar, type Offered, type ReceiptAction } from './receipt-bar';
import { RunBar, type RunAction } from './run-bar';

interface Props {
  spec: LabSpec;
  series: PointSeries;
  settings: Settings;
  state: RunState;
  /** The picture. */
  children: ReactNode;
  results: ReactNode;
  /** Whose run the picture shows. */
  origin: ReactNode;
  readout?: ReactNode;
  /** What of the reader's own takes part. */
  own?: ReactNode;
  /** How the run stands. */
  status?: ReactNode;
  /** What happened, or what was wrong with a link. */
  message?: ReactNode;
  offered: Offered;
  /** Without settings and receipts, as on the home page. */
  brief?: boolean;
  tableOpen?: boolean;
  moreOpen?: boolean;
  onChange?: (settings: Settings) => void;
  onRun?: (action: RunAction) => void;
  onReceipt?: (action: ReceiptAction) => void;
}

/** Where the picture is from, before anything is run here. */
export const Origin = ({ processor, date, receipt }: RecordedRun) => (
  <>
    The picture shows the recorded run of the default settings ({receipt.engine} on{' '}
    {receipt.device === 'webgpu' ? 'WebGPU' : 'WASM'}, {processor}, {date}).{' '}
    <span className="needs-script">Press “Run” to train the models in your browser.</span>
  </>
);

export function LabBody(props: Props) {
  const { spec, series, settings, state, brief, onChange, onRun, onReceipt } = props;
  return (
    <div className="lab-body" data-lab={spec.id} data-state={state}>
      {!brief && (
        <Controls
          figureId={spec.id}
          title={spec.title}
          controls={spec.controls}
          state={settings}
          moreOpen={props.moreOpen}
          onChange={onChange}
        />
      )}
      {!brief && props.own}
      <RunBar state={state} status={props.status} onAction={onRun} />
      <div className="figure-message" role="status">
        {props.message}
      </div>
      <p className="lab-origin">{props.origin}</p>
      <div className="figure-stage">{props.children}</div>
      <div className="figure-readout needs-script" role="status" aria-live="polite">
        {props.readout ?? (
          <span className="quiet">
            Point at a mark, tap it, or focus the picture and use the arrow keys.
          </span>
        )}
      </div>
      <div className="lab-results-all">{props.results}</div>
      {!brief && (
        <>
          <details className="figure-table" open={props.tableOpen}>
            <summary>Show the curves as a table</summary>
            <FigureTable table={series.table} caption={spec.title} />
          </details>
          <ReceiptBar title={spec.title} offered={props.offered} onAction={onReceipt} />
        </>
      )}
    </div>
  );
}
