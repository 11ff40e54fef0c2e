/** How a run stands, in a bar and in words. */
import type { Phase } from '@/labs/lab';
import { isGoing, type Snapshot } from '@/labs/session';
import { formatNumber } from '@/lib/format';

const seconds = (ms: number) => {
  const whole = Math.round(ms / 1000);
  return whole < 90 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
};

interface Props {
  snapshot: Snapshot;
  phases: Readonly<Record<Phase, string>>;
}

export function Progress({ snapshot: { state, progress, elapsed }, phases }: Props) {
  if (state === 'done') return <>Done in {seconds(elapsed)}.</>;
  if (!isGoing(state)) return null;
  const share = progress?.share ?? 0;
  // Before a twentieth is done, an estimate would be a guess.
  const left = share > 0.05 ? (elapsed / share) * (1 - share) : undefined;
  const details = [
    progress?.doing ?? 'Starting',
    progress?.loss !== undefined && `loss ${formatNumber(progress.loss, 3)}`,
    progress?.tokensPerSecond !== undefined &&
      `${formatNumber(progress.tokensPerSecond, 2)} tokens a second`,
    `${seconds(elapsed)} so far`,
    left !== undefined && `about ${seconds(left)} left`,
  ];
  return (
    <label className="run-progress">
      <span>
        <strong>{state === 'paused' ? 'Paused' : phases[progress?.phase ?? 'loading']}</strong>{' '}
        {details.filter(Boolean).join(' · ')}
      </span>
      <progress max={1} value={share} />
    </label>
  );
}
