import { href, SITE_NAME } from '@/lib/site';

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        {SITE_NAME} is free to read, to link to and to host. Text and data: CC BY 4.0. Code: MIT. No
        page asks another server for anything, and nobody watches you read.
      </p>
      <nav aria-label="About the site">
        <a href={href('/about/')}>How it is made</a>
        <a href={href('/data/')}>All data</a>
        <a href={href('/sources/')}>All sources</a>
        <a href={href('/progress/')}>Your answers</a>
      </nav>
    </footer>
  );
}
