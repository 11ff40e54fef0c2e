/** A lab as the server writes it: its recorded run, complete without a script. */
import type { LabId } from '@/labs/lab';
import { href, labPath } from '@/lib/site';
import { LabIsland } from './lab-island';
import { SPECS } from './specs';

interface Props {
  id: LabId;
  /** On its own page, which gives the title, and where the keys of settings need no prefix. */
  alone?: boolean;
  /** With nothing to set: press and see. */
  brief?: boolean;
}

export async function Lab({ id, alone = false, brief = false }: Props) {
  const { spec } = await SPECS[id]();
  return (
    <section
      className={alone ? 'lab figure figure-alone' : 'lab figure'}
      id={`lab-${id}`}
      aria-label={`Lab: ${spec.title}`}
    >
      {!alone && (
        <div className="figure-head">
          <p className="figure-title">{spec.title}</p>
          <p className="figure-question">{spec.question}</p>
        </div>
      )}
      <LabIsland id={id} alone={alone} brief={brief} />
      <p className="figure-note without-script">
        The models train in your browser, so running them needs JavaScript. The recorded run above
        is complete without it.
      </p>
      {!alone && (
        <p className="figure-note">
          <a href={href(labPath(id))}>What happens in this lab</a>, what to look for, and what would
          prove it wrong{brief && '; with all settings, and a receipt for every run'}.
        </p>
      )}
    </section>
  );
}
