/** What the reader points at, with where the number is from. */
import { shortCitation } from '@/lib/citations';
import type { FigureData, Reading } from '@/lib/figure';
import { href, sourcePath } from '@/lib/site';

export function Readout({ reading, data }: { reading: Reading; data: FigureData }) {
  const works = Object.assign({}, ...Object.values(data).map((file) => file?.sources));
  return (
    <>
      <strong>{reading.label}</strong> {reading.text}.{' '}
      {reading.sources.length > 0 && (
        <span className="quiet">
          Source:{' '}
          {reading.sources.map(({ id, locator }, i) => (
            <span key={`${id} ${locator}`}>
              {i > 0 && '; '}
              {/* A work is named once for all the places in it that follow. */}
              {id !== reading.sources[i - 1]?.id && (
                <>
                  <a href={href(sourcePath(id))}>{works[id] ? shortCitation(works[id]) : id}</a>
                  {', '}
                </>
              )}
              {locator}
            </span>
          ))}
        </span>
      )}
      {reading.href && (
        <>
          {'. '}
          <a href={href(reading.href)}>{reading.linkText ?? 'Read on'}</a>
        </>
      )}
    </>
  );
}
