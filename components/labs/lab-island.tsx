'use client';

/** A lab's recorded run as it was drawn, until the live lab is there. The engine comes when “Run” is pressed. */
import { useCallback } from 'react';
import { Island, type Handover } from '@/components/charts/island';
import type { LabId } from '@/labs/lab';
import { recordedFile, type RecordedRun } from '@/labs/recorded';
import { href } from '@/lib/site';
import { VIEWS } from './registry';
import { SPECS } from './specs';

interface Props {
  id: LabId;
  alone: boolean;
  brief: boolean;
}

const apology = (why: string) =>
  `The lab could not be loaded (${why}). The recorded run is complete; touch the lab to try again.`;

async function loadRecorded(id: LabId): Promise<RecordedRun> {
  const response = await fetch(href(recordedFile(id)));
  if (!response.ok) throw new Error(`${response.status} for the recorded run`);
  return (await response.json()) as RecordedRun;
}

export function LabIsland({ id, alone, brief }: Props) {
  const isAsked = useCallback(() => {
    const keys = [...new URLSearchParams(location.search).keys()];
    return (
      keys.some((key) => alone || key.startsWith(`${id}.`)) || location.hash.startsWith('#receipt=')
    );
  }, [id, alone]);

  const load = useCallback(async () => {
    const [{ LiveLab }, { spec }, view, recorded] = await Promise.all([
      import('./live-lab'),
      SPECS[id](),
      VIEWS[id](),
      loadRecorded(id),
    ]);
    const render = (handover: Handover) => (
      <LiveLab {...{ spec, view, recorded, alone, brief }} {...handover} />
    );
    return render;
  }, [id, alone, brief]);

  return <Island still={`labs/${id}${brief ? '.brief' : ''}`} {...{ isAsked, load, apology }} />;
}
