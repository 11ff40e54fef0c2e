'use client';

/** Which model of the reader's own the lab would start from. */
import type { Settings } from '@/labs/lab';
import type { RunState } from '@/labs/session';
import { href, labPath } from '@/lib/site';
import { useOwnModel } from '../own-model';

export function Own({ settings, state }: { settings: Settings; state: RunState }) {
  const model = useOwnModel(state);
  if (settings.start !== 'own' || model === undefined) return null;
  const link = <a href={href(labPath('pretrain'))}>train one</a>;
  return (
    <p className="lab-own">
      {model ? (
        <>
          Your own model: {model.about}. To start from another, {link}.
        </>
      ) : (
        <>There is no model of your own in this browser yet: {link} first.</>
      )}
    </p>
  );
}
