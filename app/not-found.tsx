import type { Metadata } from 'next';
import { Suggestions } from '@/components/site/suggestions';
import { pagePaths } from '@/components/site/pages';
import { href } from '@/lib/site';

export const metadata: Metadata = { title: 'No page at this address' };

export default async function NotFound() {
  const pages = await pagePaths();
  return (
    <div className="page">
      <h1 className="page-title">No page at this address</h1>
      <p className="page-lead">
        Addresses here are meant to last, so this is either a slip in the link or a mistake of ours.
      </p>
      <Suggestions pages={pages} />
      <h2>Everything there is</h2>
      <ul className="link-list">
        {pages.map(({ path, title }) => (
          <li key={path}>
            <a href={href(path)}>{title}</a> <span className="quiet">{path}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
