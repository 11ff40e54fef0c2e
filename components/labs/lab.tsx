/** A lab as the server writes it: its recorded run, complete without a script. */
import { LabIsland } from './lab-island';
import type { LabId } from '@/labs/lab';

interface Props {
  id: LabId;
  /** On its own page, where setting keys need no prefix. */
  alone?: boolean;
}

export function Lab({ id, alone = false }: Props) {
  return (
    <section className={alone ? 'lab figure figure-alone' : 'lab figure'} id={`lab-${id}`}>
      <LabIsland id={id} alone={alone} />
      <p className="figure-note without-script">
        The models train in your browser, so running them needs JavaScript. The recorded run above
        is complete without it.
      </p>
    </section>
  );
}
