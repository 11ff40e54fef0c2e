import type { Metadata } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import { START_SCRIPT } from '@/components/site/start-script';
import { href, SITE_NAME, SITE_TAGLINE, SITE_URL } from '@/lib/site';
import './globals.css';

const serif = localFont({
  src: '../.generated/fonts/serif.woff2',
  weight: '400 700',
  variable: '--font-source-serif',
  display: 'optional',
  adjustFontFallback: 'Times New Roman',
});
const serifItalic = localFont({
  src: '../.generated/fonts/serif-italic.woff2',
  weight: '400',
  style: 'italic',
  variable: '--font-source-serif-italic',
  display: 'optional',
  preload: false,
});
const sans = localFont({
  src: '../.generated/fonts/sans.woff2',
  weight: '400 700',
  variable: '--font-source-sans',
  display: 'optional',
});
const code = localFont({
  src: '../.generated/fonts/code.woff2',
  weight: '400',
  variable: '--font-source-code',
  display: 'optional',
  preload: false,
});

export const metadata: Metadata = {
  metadataBase: new URL(SITE_URL),
  title: { default: `${SITE_NAME}: ${SITE_TAGLINE}`, template: `%s · ${SITE_NAME}` },
  description:
    'How pre-trained models work: chapters with a source behind every number, charts that you can question, and files that you can take away. Free, offline, no tracking.',
};

/** Pages are fetched when a link is about to be used; a click then paints at once. */
const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [{ href_matches: `${href('/')}*` }, { not: { selector_matches: '[download]' } }],
      },
      eagerness: 'moderate',
    },
  ],
});

export default function RootLayout({ children }: { children: ReactNode }) {
  const fonts = [serif, serifItalic, sans, code].map((font) => font.variable).join(' ');
  return (
    <html lang="en" className={fonts} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: START_SCRIPT }} />
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: SPECULATION_RULES }} />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to the text
        </a>
        <SiteHeader />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
