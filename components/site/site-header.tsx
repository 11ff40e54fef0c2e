import { href, SITE_NAME } from '@/lib/site';
import { firstChapterPath } from '@/lib/contents';

const LINKS = [
  ['/figures/', 'Figures'],
  ['/labs/', 'Labs'],
  ['/data/', 'Data'],
  ['/glossary/', 'Glossary'],
  ['/sources/', 'Sources'],
  ['/about/', 'About'],
] as const;

function Nav({ label }: { label: string }) {
  return (
    <nav className="site-nav" aria-label={label}>
      <a href={href(firstChapterPath)}>Read</a>
      {LINKS.map(([path, name]) => (
        <a key={path} href={href(path)}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** A cold start and a warm one: two curves that end together. */
function Mark() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
    >
      <path d="M3 3.5C5 17 11 20 21 20.5" stroke="var(--chart-axis)" />
      <path d="M3 14.5C6 19 12 20.3 21 20.5" stroke="var(--accent)" />
    </svg>
  );
}

function ThemeSwitch() {
  return (
    <button
      type="button"
      className="theme-switch needs-script"
      data-theme-switch
      aria-label="Switch between light and dark"
    >
      <svg
        className="sun"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <circle cx="12" cy="12" r="4.2" />
        <path d="M12 2.5v2.2M12 19.3v2.2M2.5 12h2.2M19.3 12h2.2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M5.3 18.7l1.5-1.5M17.2 6.8l1.5-1.5" />
      </svg>
      <svg
        className="moon"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M20 14.2A8.2 8.2 0 1 1 9.8 4a6.6 6.6 0 0 0 10.2 10.2Z" />
      </svg>
    </button>
  );
}

export function SiteHeader() {
  return (
    <header className="site-header">
      <a className="brand" href={href('/')}>
        <Mark />
        {SITE_NAME}
      </a>
      <Nav label="Site" />
      <ThemeSwitch />
      <details className="menu">
        <summary>Menu</summary>
        <Nav label="Site, as a menu" />
      </details>
    </header>
  );
}
