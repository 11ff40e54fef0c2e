/** What the figure can be asked for: the tables that print sizes, and the names that they give to their tasks. */

/** By their titles in the dataset; a test holds them against it. */
export const TABLES = [
  { value: 'lora-gpt3-budgets', label: 'LoRA paper, Table 15: GPT-3 175B at different budgets' },
  { value: 'lora-gpt3', label: 'LoRA paper, Table 4: GPT-3 175B' },
  { value: 'lora-glue-roberta-base', label: 'LoRA paper, Table 2: RoBERTa-base on GLUE' },
  { value: 'lora-glue-roberta-large', label: 'LoRA paper, Table 2: RoBERTa-large on GLUE' },
  { value: 'lora-glue-deberta-xxl', label: 'LoRA paper, Table 2: DeBERTa XXL on GLUE' },
  { value: 'lora-e2e-gpt2-medium', label: 'LoRA paper, Table 3: GPT-2 medium on E2E' },
  { value: 'lora-e2e-gpt2-large', label: 'LoRA paper, Table 3: GPT-2 large on E2E' },
  { value: 'adapters-glue', label: 'Adapter paper, Table 1: BERT-large on GLUE (test)' },
  {
    value: 'prefix-gpt2-medium',
    label: 'Prefix tuning paper, Table 2: GPT-2 medium, tables to text',
  },
  { value: 'tfew-t0-3b', label: 'T-Few paper, Table 4: T0-3B with few examples' },
  { value: 'adalora-glue', label: 'AdaLoRA paper, Table 1: DeBERTaV3-base on GLUE' },
  {
    value: 'dora-commonsense-llama-7b',
    label: 'DoRA paper, Table 1: LLaMA-7B on commonsense questions',
  },
  {
    value: 'dora-commonsense-llama-13b',
    label: 'DoRA paper, Table 1: LLaMA-13B on commonsense questions',
  },
  {
    value: 'dora-commonsense-llama-2-7b',
    label: 'DoRA paper, Table 1: LLaMA2-7B on commonsense questions',
  },
  {
    value: 'dora-commonsense-llama-3-8b',
    label: 'DoRA paper, Table 1: LLaMA3-8B on commonsense questions',
  },
  {
    value: 'dora-mt-bench-llama-7b',
    label: 'DoRA paper, Table 5: LLaMA-7B after instruction tuning',
  },
  {
    value: 'dora-mt-bench-llama-2-7b',
    label: 'DoRA paper, Table 5: LLaMA2-7B after instruction tuning',
  },
  {
    value: 'peft-metamath',
    label: 'PEFT library, benchmark: Llama-3.2-3B, MetaMathQA to GSM8K',
  },
] as const;

interface Task {
  value: string;
  label: string;
  /** As the tables print it; one table has at most one of them. */
  names: readonly string[];
}

const task = (value: string, label: string, ...names: string[]): Task => ({
  value,
  label,
  names: names.length > 0 ? names : [label],
});

/** A table shows the first of these that it has when it lacks the one asked for: averages lead. */
export const TASKS: readonly Task[] = [
  task('average', 'Average', 'Avg.', 'All Ave.', 'Total'),
  task('wikisql', 'WikiSQL'),
  task('mnli', 'MNLI', 'MNLI', 'MNLI-m', 'MNLI m', 'MNLIm'),
  task('mnli-mm', 'MNLI, mismatched', 'MNLImm', 'MNLI mm'),
  task('samsum-r1', 'SAMSum R1'),
  task('samsum-r2', 'SAMSum R2'),
  task('samsum-rl', 'SAMSum RL'),
  task('bleu', 'E2E, BLEU', 'BLEU', 'E2E BLEU'),
  task('nist', 'E2E, NIST', 'NIST', 'E2E NIST'),
  task('meteor', 'E2E, METEOR', 'MET', 'E2E MET'),
  task('rouge-l', 'E2E, ROUGE-L', 'ROUGE-L', 'E2E R-L'),
  task('cider', 'E2E, CIDEr', 'CIDEr', 'E2E CIDEr'),
  task('webnlg-seen', 'WebNLG, seen categories', 'WebNLG BLEU, S'),
  task('webnlg-unseen', 'WebNLG, unseen categories', 'WebNLG BLEU, U'),
  task('webnlg-all', 'WebNLG, all categories', 'WebNLG BLEU, A'),
  task('dart', 'DART', 'DART BLEU'),
  task('sst-2', 'SST-2', 'SST-2', 'SST'),
  task('mrpc', 'MRPC'),
  task('cola', 'CoLA'),
  task('qnli', 'QNLI'),
  task('qqp', 'QQP', 'QQP', 'QQP Acc'),
  task('qqp-f1', 'QQP, F1', 'QQP F1'),
  task('rte', 'RTE'),
  task('sts-b', 'STS-B'),
  task('copa', 'COPA'),
  task('hellaswag', 'HellaSwag', 'H-Swag', 'HellaSwag'),
  task('storycloze', 'StoryCloze'),
  task('winogrande', 'WinoGrande', 'Winogrande', 'WinoGrande'),
  task('wsc', 'WSC'),
  task('wic', 'WiC'),
  task('cb', 'CB'),
  task('anli-r1', 'ANLI-R1'),
  task('anli-r2', 'ANLI-R2'),
  task('anli-r3', 'ANLI-R3'),
  task('boolq', 'BoolQ'),
  task('piqa', 'PIQA'),
  task('siqa', 'SIQA'),
  task('arc-e', 'ARC-e'),
  task('arc-c', 'ARC-c'),
  task('obqa', 'OBQA'),
  task('mt-bench', 'MT-Bench', 'Score'),
  task('gsm8k', 'GSM8K'),
  task('forgetting', 'Loss on Wikipedia', 'Wikipedia loss'),
  task('memory', 'Peak memory'),
  task('time', 'Training time'),
];

/** The tasks that occur among names, in the order above. */
export const tasksOf = (names: ReadonlySet<string>): readonly Task[] =>
  TASKS.filter((one) => one.names.some((name) => names.has(name)));
