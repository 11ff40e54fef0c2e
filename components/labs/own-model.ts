/** The model that the reader trained last, if any: looked for again whenever a run ends. */
import { useEffect, useState } from 'react';
import { readHeader } from '@/labs/engine/header';
import { findOwn, OWN_MODEL } from '@/labs/own';
import type { RunState } from '@/labs/session';
import { describeTrained, trainedBy } from '@/labs/training';

export interface OwnModel {
  about: string;
  file: Uint8Array;
}

async function find(): Promise<OwnModel | null> {
  const file = await findOwn(OWN_MODEL);
  return file ? { about: describeTrained(trainedBy(readHeader(file).metadata)), file } : null;
}

/** @returns undefined until it is known, null where there is none */
export function useOwnModel(state: RunState): OwnModel | null | undefined {
  const [model, setModel] = useState<OwnModel | null>();
  const isAtRest = state === 'idle' || state === 'done' || state === 'failed';
  useEffect(() => {
    if (isAtRest) void find().then(setModel, () => setModel(null));
  }, [isAtRest]);
  return model;
}
