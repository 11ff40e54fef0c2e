'use client';

import { useSyncExternalStore } from 'react';
import { href } from '@/lib/site';
import { nearestPages } from '@/lib/suggest';
import type { PageAddress } from './pages';

const nothing = () => () => {};
const currentPath = () => location.pathname;

/** The pages whose addresses are nearest to the one that was asked for. */
export function Suggestions({ pages }: { pages: readonly PageAddress[] }) {
  const asked = useSyncExternalStore(nothing, currentPath, () => '');
  if (asked === '') return null;
  const { kind, pages: nearest } = nearestPages(asked.replace(href('/'), '/'), pages);
  return (
    <section data-suggestions aria-label="Suggestions">
      <p>
        There is no {kind} at <code>{asked}</code>. Did you mean:
      </p>
      <ul className="link-list">
        {nearest.map(({ path, title }) => (
          <li key={path}>
            <a href={href(path)}>{title}</a> <span className="quiet">{path}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
