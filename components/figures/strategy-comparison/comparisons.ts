/** The published comparisons that the figure can show, and short names for their rows. */

/** Whether a model is tested on data like those that it was tuned on. */
export type Shift = 'alike' | 'shifted';

/** A table of the dataset `peft`, by its title; where `tasks` is given, only those belong here. */
export interface Part {
  table: string;
  shift: Shift;
  tasks?: readonly string[];
}

export interface Comparison {
  value: string;
  label: string;
  /** None: the numbers are single quantities. */
  parts: readonly Part[];
}

const WEBNLG = 'Prefix tuning paper, Table 2: GPT-2 medium, tables to text';
const SQUAD = 'Prompt tuning paper, Table 1: trained on SQuAD, tested elsewhere';

export const COMPARISONS: readonly Comparison[] = [
  {
    value: 'lp-ft',
    label: 'LP-FT paper, Tables 1 and 2: ResNet-50',
    parts: [
      { table: 'LP-FT paper, Table 1: test data like the training data', shift: 'alike' },
      { table: 'LP-FT paper, Table 2: shifted test data', shift: 'shifted' },
    ],
  },
  {
    value: 'webnlg',
    label: 'Prefix tuning paper, Table 2: GPT-2 medium on WebNLG',
    parts: [
      { table: WEBNLG, shift: 'alike', tasks: ['WebNLG BLEU, S'] },
      { table: WEBNLG, shift: 'shifted', tasks: ['WebNLG BLEU, U'] },
    ],
  },
  {
    value: 'squad',
    label: 'Prompt tuning paper, Table 1: T5 trained on SQuAD',
    parts: [
      { table: SQUAD, shift: 'alike', tasks: ['SQuAD'] },
      {
        table: SQUAD,
        shift: 'shifted',
        tasks: ['TextbookQA', 'BioASQ', 'RACE', 'RE', 'DuoRC', 'DROP'],
      },
    ],
  },
  {
    value: 'ulmfit',
    label: 'ULMFiT paper, Table 7: text classifiers',
    parts: [{ table: 'ULMFiT paper, Table 7: ways to fine-tune the classifier', shift: 'alike' }],
  },
  {
    value: 't5',
    label: 'T5 paper, Table 10: T5, base size',
    parts: [{ table: 'T5 paper, Table 10: fine-tuning methods', shift: 'alike' }],
  },
  {
    value: 'adapters',
    label: 'Adapter paper, Table 1: BERT-large on GLUE',
    parts: [{ table: 'Adapter paper, Table 1: BERT-large on GLUE (test)', shift: 'alike' }],
  },
  {
    value: 'imagenet',
    label: 'DINO, MoCo v3 and MAE: ViT-B/16 on ImageNet',
    parts: [],
  },
];

/** Rows of the tables under names that say what is trained; the readings quote the row as printed. */
const NAMES: Readonly<Record<string, string>> = {
  LP: 'Linear probe',
  'LP-FT': 'Probe, then fine-tune',
  FT: 'Full fine-tuning',
  'FT-FULL': 'Full fine-tuning',
  'FT-TOP2': 'Top two layers',
  'ADAPTER (3%)': 'Adapters, 3%',
  'ADAPTER (0.1%)': 'Adapters, 0.1%',
  'PREFIX (0.1%)': 'Prefix, 0.1%',
  Model: 'Full fine-tuning',
  Prompt: 'Prompt tuning',
  Last: 'Last layer only',
  Full: 'Full fine-tuning',
  'Full + discr': 'A rate for each layer',
  Freez: 'Gradual unfreezing',
  'Freez + discr': 'Unfreezing, layer rates',
  'Freez + stlr': 'Unfreezing, warm-up',
  'Freez + discr + stlr': 'All three together',
  'All parameters': 'Full fine-tuning',
  'Adapter layers, d = 32': 'Adapters, width 32',
  'Adapter layers, d = 128': 'Adapters, width 128',
  'Adapter layers, d = 512': 'Adapters, width 512',
  'Adapter layers, d = 2048': 'Adapters, width 2,048',
  'Gradual unfreezing': 'Gradual unfreezing',
  'BERT large': 'Full fine-tuning',
  'Adapters (8-256)': 'Adapters, best width',
  'Adapters (64)': 'Adapters, width 64',
};

export const nameOf = (run: string): string => NAMES[run] ?? run;

const TASK_NAMES: Readonly<Record<string, string>> = {
  'Ent-30': 'Entity-30',
  'Liv-17': 'Living-17',
  'WebNLG BLEU, S': 'seen topics',
  'WebNLG BLEU, U': 'unseen topics',
  SGLUE: 'SuperGLUE',
  MNLIm: 'MNLI',
  MNLImm: 'MNLI, other genres',
  CNNDM: 'CNN/DM',
  EnDe: 'German',
  EnFr: 'French',
  EnRo: 'Romanian',
};

export const taskName = (task: string): string => TASK_NAMES[task] ?? task;

/** Columns that hold the mean of the others. */
export const AVERAGES: readonly string[] = ['Ave', 'Total'];

/** Probe and fine-tuning of one self-supervised model, each as its authors report it. */
export const IMAGENET = [
  { task: 'DINO', probe: 'ssv-vitb-dino-linear', full: 'ssv-vitb-dino-ft' },
  { task: 'MoCo v3', probe: 'ssv-vitb-moco-linear', full: 'ssv-vitb-moco-ft' },
  { task: 'MAE', probe: 'ssv-vitb-mae-linear', full: 'ssv-vitb-mae-ft' },
] as const;
