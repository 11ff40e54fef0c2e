/** What a reader can take away from a run, and bring back. */
export type ReceiptAction = 'link' | 'save' | 'share' | 'verify' | 'open';

/** For what there is a receipt. */
export interface Offered {
  /** One of the run that the picture shows. */
  save: boolean;
  /** That one, or one that was opened. */
  verify: boolean;
}

const ACTIONS: readonly { action: ReceiptAction; label: string; needs?: keyof Offered }[] = [
  { action: 'link', label: 'Link to these settings' },
  { action: 'save', label: 'Receipt (JSON)', needs: 'save' },
  { action: 'share', label: 'Receipt as a link', needs: 'save' },
  { action: 'verify', label: 'Replay and verify', needs: 'verify' },
  { action: 'open', label: 'Open a receipt' },
];

interface Props {
  title: string;
  offered: Offered;
  onAction?: (action: ReceiptAction) => void;
}

export function ReceiptBar({ title, offered, onAction }: Props) {
  return (
    <div className="figure-bar needs-script" role="group" aria-label={`Take away: ${title}`}>
      {ACTIONS.map(({ action, label, needs }) => (
        <button
          key={action}
          type="button"
          data-action={action}
          disabled={needs && !offered[needs]}
          onClick={onAction && (() => onAction(action))}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
