import type { DatasetDefinition } from '../schema';

export const hubs = {
  id: 'hubs',
  title: 'Model hubs',
  description:
    'Where pre-trained models are found: who keeps the place, in which formats, how much is there and since when that was counted, and whether it is still alive.',
  inclusion:
    'Public collections from which weights of many models can be downloaded, or could be until they closed.',
  changes: [
    { date: '2026-11-24', what: 'Kind of place, earliest sign, end and last change added.' },
    { date: '2026-11-23', what: 'First published.' },
  ],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'name', label: 'Hub', type: 'text' },
    { key: 'maintainer', label: 'Maintained by', type: 'text' },
    {
      key: 'kind',
      label: 'Kind',
      type: 'category',
      options: {
        store: 'Store: keeps the files',
        index: 'Index: points to files elsewhere',
        library: 'Library: brings weights along',
        catalogue: 'Catalogue of one maker',
      },
    },
    { key: 'address', label: 'Address', type: 'text' },
    { key: 'launched', label: 'Launched', type: 'date', sourced: true },
    {
      key: 'seen_since',
      label: 'Earliest sign',
      type: 'date',
      sourced: true,
      optional: true,
      description:
        'Where the opening day is not known: the earliest day on which we see it working.',
    },
    {
      key: 'status',
      label: 'Status',
      type: 'category',
      options: {
        active: 'Active',
        moved: 'Moved',
        maintained: 'Kept up, little growth',
        closed: 'Closed',
      },
    },
    { key: 'status_note', label: 'What happened', type: 'text' },
    {
      key: 'ended',
      label: 'Moved or closed',
      type: 'date',
      sourced: true,
      optional: true,
      description: 'From this day the files are somewhere else, or gone.',
    },
    {
      key: 'last_change',
      label: 'Last change of the list',
      type: 'date',
      sourced: true,
      optional: true,
      description: 'In the copy that we saw; for places that no longer grow.',
    },
    { key: 'formats', label: 'Formats', type: 'text' },
    { key: 'scope', label: 'What is there', type: 'text' },
    {
      key: 'models',
      label: 'Models',
      type: 'number',
      unit: 'models',
      bounds: [1, 1e8],
      sourced: true,
      description: 'Counts grow daily: read it with its date.',
    },
    { key: 'counted', label: 'Counted', type: 'date', optional: true },
    { key: 'loading', label: 'How a model is loaded', type: 'text' },
    { key: 'terms', label: 'Terms', type: 'text' },
  ],
} as const satisfies DatasetDefinition;
