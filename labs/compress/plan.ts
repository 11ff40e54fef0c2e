/** Settings as the lab's run reads them: which models to make, in which order. */
import type { Format, Groups } from '../engine/quantize';
import type { TransformerConfig } from '../engine/transformer';
import type { Settings } from '../lab';
import { GROUPS, WAYS, type GroupsId, type WayId } from './ways';

/** One model to make. */
export type Degree = { id: string; how: string } & (
  | { way: Format; groups: Groups }
  /** Shares from 0 to 1: what goes in pruning, what stays of the rank. */
  | { way: 'magnitude' | 'structured' | 'low-rank'; share: number }
  | { way: 'distilled' | 'untaught'; soft: number }
);

export interface Plan {
  degrees: readonly Degree[];
  student: Pick<TransformerConfig, 'layers' | 'width'>;
  /** Steps of the student's training. */
  steps: number;
  /** Steps that a model learns on after it was made structurally smaller; 0 for none. */
  recover: number;
  temperature: number;
  seed: number;
}

/** What the teacher's word weighs. */
const SOFT = 0.5;

const chosen = (value: Settings[string] | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

const NAMES: Readonly<Record<GroupsId, (block: number) => string>> = {
  tensor: () => 'a scale a matrix',
  column: () => 'a scale a column',
  block: (block) => `a scale for ${block}`,
};

const afterwards = ({ recover }: Settings) =>
  Number(recover) > 0 ? `, then ${recover} steps` : '';

function degreesOf(way: WayId, settings: Settings): Degree[] {
  switch (way) {
    case 'int8':
    case 'int4':
    case 'nf4': {
      const block = Math.round(Number(settings.block));
      const wanted = chosen(settings.groups);
      return GROUPS.filter(({ id }) => wanted.includes(id)).map(({ id }) => ({
        id: `${way}-${id}`,
        how: NAMES[id](block),
        way,
        groups: id === 'block' ? block : id,
      }));
    }
    case 'magnitude':
    case 'structured':
      return chosen(settings.prune).map((percent) => ({
        id: `${way}-${percent}`,
        how: `${percent}% out${way === 'structured' ? afterwards(settings) : ''}`,
        way,
        share: Number(percent) / 100,
      }));
    case 'low-rank':
      return chosen(settings.rank).map((percent) => ({
        id: `${way}-${percent}`,
        how: `${percent}% of the rank${afterwards(settings)}`,
        way,
        share: Number(percent) / 100,
      }));
    case 'distilled': {
      const how = `${settings.steps} steps`;
      // The control first: it is what the other is held against.
      return [
        { id: 'untaught', how, way: 'untaught', soft: 0 },
        { id: 'distilled', how, way: 'distilled', soft: SOFT },
      ];
    }
  }
}

export function planOf(settings: Settings): Plan {
  const wanted = chosen(settings.ways);
  const whole = (key: string) => Math.round(Number(settings[key]));
  return {
    degrees: WAYS.filter(({ id }) => wanted.includes(id)).flatMap(({ id }) =>
      degreesOf(id, settings),
    ),
    student: { layers: whole('layers'), width: whole('width') },
    steps: whole('steps'),
    recover: whole('recover'),
    temperature: Number(settings.temperature),
    seed: whole('seed'),
  };
}
