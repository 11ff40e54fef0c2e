/** What a reader can take away from a run, and bring back. */
export type ReceiptAction = 'link' | 'save' | 'share' | 'verify' | 'open';

const ACTIONS: readonly { action: ReceiptAction; label: string; needsReceipt: boolean }[] = [
  { action: 'link', label: 'Link to these settings', needsReceipt: false },
  { action: 'save', label: 'Receipt (JSON)', needsReceipt: true },
  { action: 'share', label: 'Receipt as a link', needsReceipt: true },
  { action: 'verify', label: 'Replay and verify', needsReceipt: true },
  { action: 'open', label: 'Open a receipt', needsReceipt: false },
];

interface Props {
  title: string;
  hasReceipt: boolean;
  onAction?: (action: ReceiptAction) => void;
}

export function ReceiptBar({ title, hasReceipt, onAction }: Props) {
  return (
    <div className="figure-bar needs-script" role="group" aria-label={`Take away: ${title}`}>
      {ACTIONS.map(({ action, label, needsReceipt }) => (
        <button
          key={action}
          type="button"
          data-action={action}
          disabled={needsReceipt && !hasReceipt}
          onClick={onAction && (() => onAction(action))}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
