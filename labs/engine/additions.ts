/**
 * What methods of adaptation add to a transformer, and what low rank puts in the place of a matrix:
 * weights with names of their own, which take part wherever they are there. Without them the model
 * is the one that was pre-trained.
 *
 * | name                                  | shape                       | method                   |
 * | ------------------------------------- | --------------------------- | ------------------------ |
 * | `<matrix>.lora.down`, `.lora.up`      | [in, rank], [rank, out]     | LoRA, QLoRA, DoRA        |
 * | `lora.alpha`                          | []                          | LoRA, QLoRA, DoRA        |
 * | `<matrix>.dora.magnitude`             | [out]                       | DoRA                     |
 * | `<part>.adapter.down`, `.adapter.up`  | matrices with biases        | adapters                 |
 * | `<attention>.prefix.key`, `.value`    | [length, width]             | prefix tuning            |
 * | `prompt`                              | [length, width]             | prompt tuning            |
 * | `<matrix>.factor.down`, `.factor.up`  | [in, rank], [rank, out]     | low rank (see factor.ts) |
 */
import { lax, nn, np, type Lent, type Tensor } from './backend';

export const ALPHA = 'lora.alpha';

/**
 * x·W + b, with what LoRA or DoRA adds to W, or with two factors for W. Consumes x.
 * Low rank: x·down·up + b, from left to right, so that a small rank takes less work.
 * LoRA: W + (α/r)·down·up (Hu et al. 2021, Eq. 3).
 * DoRA: the columns of that sum, each brought to a trained length (Liu et al. 2024, Eq. 5). Their own
 * lengths count as constants in the gradient (Section 4.3).
 * @param name of the matrix, without `.weight`
 * @param x [..., in]
 * @returns [..., out]
 */
export function dense({ get, has }: Lent, name: string, x: Tensor): Tensor {
  const bias = get(`${name}.bias`);
  if (has(`${name}.factor.down`)) {
    const narrow = np.matmul(x, get(`${name}.factor.down`));
    return np.matmul(narrow, get(`${name}.factor.up`)).add(bias);
  }
  const weight = get(`${name}.weight`);
  if (!has(`${name}.lora.down`)) return np.matmul(x, weight).add(bias);
  const [down, up] = [get(`${name}.lora.down`), get(`${name}.lora.up`)];
  const scale = get(ALPHA).div(down.shape[1]!);
  if (!has(`${name}.dora.magnitude`)) {
    const change = np.matmul(np.matmul(x.ref, down), up).mul(scale);
    return np.matmul(x, weight).add(change).add(bias);
  }
  const direction = weight.add(np.matmul(down, up).mul(scale));
  const length = lax.stopGradient(np.sqrt(np.square(direction.ref).sum(0)));
  const stretch = get(`${name}.dora.magnitude`).div(length);
  return np.matmul(x, direction).mul(stretch).add(bias);
}

/**
 * A narrow detour beside a shortcut: x + up(f(down(x))) (Houlsby et al. 2019, Section 2.1 and
 * Figure 2), with GELU for f. Consumes x.
 * @param name of the part that it follows
 * @param x [..., width]
 */
export function throughAdapter(lent: Lent, name: string, x: Tensor): Tensor {
  if (!lent.has(`${name}.adapter.down.weight`)) return x;
  const narrow = nn.gelu(dense(lent, `${name}.adapter.down`, x.ref));
  return x.add(dense(lent, `${name}.adapter.up`, narrow));
}

/**
 * Puts trained vectors before those of every text: keys and values of a prefix (Li and Liang 2021,
 * Section 4.2), or a prompt (Lester et al. 2021, Section 2). Consumes x.
 * @param x [batch, places, width]
 * @returns [batch, added places + places, width]
 */
export function withBefore({ get, has }: Lent, name: string, x: Tensor): Tensor {
  if (!has(name)) return x;
  const added = get(name);
  const [length, width] = added.shape as [number, number];
  return np.concatenate([np.broadcastTo(added, [x.shape[0]!, length, width]), x], 1);
}
