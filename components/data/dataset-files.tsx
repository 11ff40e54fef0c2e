import { href } from '@/lib/site';

const FILES = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['schema.json', 'JSON Schema'],
] as const;

export function DatasetFiles({ id, title }: { id: string; title: string }) {
  return (
    <p className="file-links">
      {FILES.map(([ending, name]) => (
        <a
          key={ending}
          href={href(`/data/${id}.${ending}`)}
          download
          aria-label={`${title} as ${name}`}
        >
          {name}
        </a>
      ))}
    </p>
  );
}
