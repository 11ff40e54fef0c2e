/**
 * What a reader can take away from a figure. The files and the page of its own
 * are plain links; what needs a script is a button that waits for the live figure.
 */
import { figurePath, href } from '@/lib/site';

export type FigureAction = 'link' | 'embed' | 'cite' | 'csv' | 'json' | 'svg' | 'png';

const FILES = ['csv', 'json', 'svg'] as const;
const COPIES = [
  ['link', 'Link'],
  ['embed', 'Embed'],
  ['cite', 'Cite'],
] as const;

interface Props {
  figureId: string;
  title: string;
  onAction?: (action: FigureAction) => void;
}

export function FigureBar({ figureId, title, onAction }: Props) {
  const act = (action: FigureAction) =>
    onAction &&
    ((event: { preventDefault: () => void }) => {
      event.preventDefault();
      onAction(action);
    });
  return (
    <div className="figure-bar" role="group" aria-label={`Take away: ${title}`}>
      {COPIES.map(([action, label]) => (
        <button
          key={action}
          type="button"
          className="needs-script"
          data-action={action}
          onClick={act(action)}
        >
          {label}
        </button>
      ))}
      {FILES.map((file) => (
        <a
          key={file}
          href={href(`/figures/${figureId}.${file}`)}
          download
          data-action={file}
          onClick={act(file)}
        >
          {file.toUpperCase()}
        </a>
      ))}
      <button type="button" className="needs-script" data-action="png" onClick={act('png')}>
        PNG
      </button>
      <a className="open-alone" href={href(figurePath(figureId))}>
        Open alone
      </a>
    </div>
  );
}
