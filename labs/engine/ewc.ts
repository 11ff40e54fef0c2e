/**
 * Elastic weight consolidation: a spring on every weight, as stiff as the weight matters for what
 * was learned before. Source: Kirkpatrick et al. 2017, Eq. 3, for one old task.
 */
import { np, tree, type Tensors } from './backend';
import type { Objective } from './objectives';
import { toTensors, type Weights } from './weights';

export interface Springs {
  /** Where each weight is drawn to: its value after the old task, θ*. */
  anchor: Weights;
  /** How much it matters there, F; see fisher.ts. */
  fisher: Weights;
  /** λ: how stiff all springs are together. */
  strength: number;
}

export interface Held<Batch> extends Objective<Batch> {
  /** Gives the memory of the springs back. */
  dispose: () => void;
}

/**
 * The objective with λ/2 · Σ F (θ − θ*)² added. Springs go in with every batch, as tensors, so that
 * a step is compiled without their numbers in it.
 */
export function withSprings<Batch>(
  { loss, tensorsOf }: Objective<Batch>,
  { anchor, fisher, strength }: Springs,
): Held<Batch> {
  const names = Object.keys(anchor);
  const rest = toTensors(anchor);
  const stiffness = toTensors(fisher);
  for (const name of names) stiffness[name] = stiffness[name]!.mul(strength / 2);
  const listed = (tensors: Tensors) => names.map((name) => tensors[name]!.ref);
  return {
    tensorsOf: (batch) => [...listed(rest), ...listed(stiffness), ...tensorsOf(batch)],
    loss(weights, ...given) {
      const [at, stiff] = [
        given.slice(0, names.length),
        given.slice(names.length, 2 * names.length),
      ];
      const pull = names
        .map((name, i) => np.square(weights[name]!.ref.sub(at[i]!)).mul(stiff[i]!).sum())
        .reduce((sum, one) => sum.add(one));
      return loss(weights, ...given.slice(2 * names.length)).add(pull);
    },
    dispose: () => tree.dispose([rest, stiffness]),
  };
}
