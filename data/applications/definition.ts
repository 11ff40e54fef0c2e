import type { DatasetDefinition } from '../schema';

export const applications = {
  id: 'applications',
  title: 'Applications',
  description:
    'Pre-trained models at work: an area, a task, a concrete system, how it was adapted and one published result beside what it was compared with.',
  inclusion:
    'Published results that name the pre-trained model, how it was adapted, the test and a comparison. Product claims without a test are out.',
  changes: [
    {
      date: '2026-11-24',
      what: 'Whisper: the mean is over 13 test sets, one of them from LibriSpeech, not over 12 others. FinBERT: ULMFiT had read the financial news as well. RT-2: its rival’s image encoder starts from ImageNet.',
    },
    { date: '2026-11-23', what: 'First published.' },
  ],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'task', label: 'Task', type: 'text' },
    {
      key: 'area',
      label: 'Area',
      type: 'category',
      options: {
        language: 'Language and search',
        code: 'Programming',
        vision: 'Vision',
        speech: 'Speech and sound',
        health: 'Health and medicine',
        science: 'Science',
        law: 'Law and finance',
        education: 'Education',
        robotics: 'Robotics',
        earth: 'Earth and climate',
        creative: 'Images, music and text made to order',
      },
    },
    { key: 'system', label: 'System', type: 'text' },
    { key: 'model', label: 'Pre-trained model', type: 'text' },
    { key: 'base', label: 'Its row', type: 'reference', of: 'models', optional: true },
    { key: 'adaptation', label: 'How it was adapted', type: 'text' },
    { key: 'published', label: 'Published', type: 'year-month', sourced: true },
    { key: 'metric', label: 'Test and metric', type: 'text' },
    {
      key: 'result',
      label: 'Result',
      type: 'number',
      unit: '*',
      bounds: [-1e6, 1e9],
      sourced: true,
    },
    {
      key: 'compared',
      label: 'Compared with',
      type: 'number',
      unit: '*',
      bounds: [-1e6, 1e9],
      sourced: true,
      optional: true,
    },
    { key: 'compared_with', label: 'That is', type: 'text', optional: true },
    { key: 'caveat', label: 'Mind', type: 'text' },
  ],
} as const satisfies DatasetDefinition;
