import type { DatasetDefinition } from '../schema';

export const timeline = {
  id: 'timeline',
  title: 'Timeline',
  description:
    'How pre-training came about: papers, models, data and tools that changed what people did next, each with what changed.',
  inclusion:
    'An event is in when later work rests on it and a source says so. First public appearance counts: preprint, post, talk or release.',
  changes: [
    {
      date: '2026-11-24',
      what: 'Added for every event its strand, and where it applies the section that tells of it; marked our turning points.',
    },
    { date: '2026-11-23', what: 'First published.' },
  ],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'event', label: 'Event', type: 'text' },
    { key: 'date', label: 'Date', type: 'date', sourced: true },
    {
      key: 'strand',
      label: 'Strand',
      type: 'category',
      options: {
        general: 'Transfer and training in general',
        vision: 'Pictures',
        language: 'Language',
        speech: 'Speech',
        'vision-language': 'Pictures with words',
        scaling: 'Scaling laws',
        adaptation: 'Adapting a model',
        sharing: 'Hubs, tools and formats',
      },
    },
    {
      key: 'era',
      label: 'Era',
      type: 'category',
      options: {
        roots: 'Roots: transfer as an idea',
        'layer-wise': 'Layer by layer',
        imagenet: 'ImageNet features',
        'word-vectors': 'Word vectors',
        transformers: 'Transformers and transfer',
        scale: 'Scale',
        open: 'Open weights and assistants',
      },
    },
    {
      key: 'kind',
      label: 'Kind',
      type: 'category',
      options: {
        paper: 'Paper',
        model: 'Model',
        data: 'Dataset',
        tool: 'Tool or hub',
        event: 'Event',
      },
    },
    { key: 'what', label: 'What happened', type: 'text' },
    { key: 'why', label: 'Why it mattered', type: 'text' },
    {
      key: 'turning_point',
      label: 'Turning point',
      type: 'boolean',
      optional: true,
      description: 'Our choice: after these, many people worked in another way.',
    },
    {
      key: 'chapter',
      label: 'Told in',
      type: 'text',
      optional: true,
      description: 'The section of this guide that tells of it.',
    },
    { key: 'model', label: 'Model', type: 'reference', of: 'models', optional: true },
  ],
} as const satisfies DatasetDefinition;
