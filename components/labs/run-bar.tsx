/** The buttons that begin, hold and end a run, and how it stands. */
import type { ReactNode } from 'react';
import type { RunState } from '@/labs/session';

export type RunAction = 'run' | 'pause' | 'resume' | 'cancel';

const BUTTONS: Readonly<Record<RunAction, { label: string; during: readonly RunState[] }>> = {
  run: { label: 'Run it yourself', during: ['idle', 'done', 'failed'] },
  pause: { label: 'Pause', during: ['loading', 'running'] },
  resume: { label: 'Go on', during: ['paused'] },
  cancel: { label: 'Stop', during: ['loading', 'running', 'paused'] },
};

interface Props {
  state: RunState;
  status?: ReactNode;
  onAction?: (action: RunAction) => void;
}

export function RunBar({ state, status, onAction }: Props) {
  const shown = Object.entries(BUTTONS).filter(([, { during }]) => during.includes(state));
  return (
    <div className="run-bar needs-script">
      {shown.map(([action, { label }]) => (
        <button
          // One button begins, holds and goes on, so that the keyboard's focus stays on it.
          key={action === 'cancel' ? action : 'main'}
          type="button"
          className={action === 'run' ? 'call' : 'call call-quiet'}
          data-action={action}
          onClick={onAction && (() => onAction(action as RunAction))}
        >
          {state === 'done' && action === 'run' ? 'Run again' : label}
        </button>
      ))}
      <div className="run-status">{status}</div>
    </div>
  );
}
