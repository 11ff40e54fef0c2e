/**
 * Distillation: a student learns to expect what a teacher expects, not only what came (Hinton et al.
 * 2015, Section 2).
 */
import { jit, nn, np, tree, type Tensor } from './backend';
import { crossEntropy, predicting, type Batch, type Model, type Objective } from './objectives';
import { logitsOf, type TransformerConfig } from './transformer';
import { toTensors, type Weights } from './weights';

export interface Distillation {
  /** Both divide their scores by it, so that small chances show. */
  temperature: number;
  /** What the teacher's word weighs, from 0 to 1; the rest is for the token that came. */
  soft: number;
}

export interface Teacher {
  /** Scores [batch, length, vocabulary]. Consumes tokens [batch, length]. */
  scores: (tokens: Tensor) => Tensor;
  /** Gives the memory back. */
  dispose: () => void;
}

export function makeTeacher(config: TransformerConfig, weights: Weights): Teacher {
  const tensors = toTensors(weights);
  const compiled = jit((all: typeof tensors, tokens: Tensor) => logitsOf(config, all, tokens));
  return {
    scores: (tokens) => compiled(tree.ref(tensors), tokens),
    dispose() {
      tree.dispose(tensors);
      compiled.dispose();
    },
  };
}

/**
 * How far the student's softened expectations are from the teacher's: the Kullback–Leibler
 * divergence Σ p·(log p − log q) in nats, as a mean over the places that count. It differs from the
 * paper's cross-entropy by what the student cannot change. Consumes the tensors.
 * @param teacher scores [batch, length, vocabulary], as student
 * @param counts [batch, length]
 */
export function divergence(
  teacher: Tensor,
  student: Tensor,
  counts: Tensor,
  temperature: number,
): Tensor {
  const wanted = nn.logSoftmax(teacher.div(temperature), -1);
  const got = nn.logSoftmax(student.div(temperature), -1);
  const each = np.exp(wanted.ref).mul(wanted.sub(got)).sum(-1);
  const total = np.maximum(counts.ref.sum(), 1);
  return each.mul(counts).sum().div(total);
}

/**
 * soft · T² · divergence + (1 − soft) · cross-entropy at temperature 1. Slopes of the first fall as
 * 1/T²; the factor makes up for that.
 */
export function distilling(
  student: Model,
  teacher: Teacher,
  { temperature, soft }: Distillation,
): Objective<Batch> {
  const plain = predicting(student);
  return {
    tensorsOf(batch) {
      const [tokens, targets, counts] = plain.tensorsOf(batch) as [Tensor, Tensor, Tensor];
      return [tokens, targets, counts, teacher.scores(tokens.ref)];
    },
    loss(weights, tokens, targets, counts, wanted) {
      const scores = student(weights, tokens!);
      const hard = crossEntropy(scores.ref, targets!, counts!.ref).mul(1 - soft);
      const gap = divergence(wanted!, scores, counts!, temperature);
      return hard.add(gap.mul(soft * temperature ** 2));
    },
  };
}
