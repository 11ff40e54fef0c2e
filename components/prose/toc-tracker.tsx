'use client';

import { useEffect } from 'react';

/** Marks the section being read in the contents beside the text. */
export function TocTracker() {
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc-beside a')];
    const headings = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
    const mark = () => {
      const passed = headings.filter(
        (h) => h.getBoundingClientRect().top < window.innerHeight * 0.35,
      );
      const current = passed.at(-1)?.id;
      for (const link of links) {
        if (link.hash.slice(1) === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    // A heading crossing the upper third is the only moment at which the mark can change.
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -65% 0px' });
    headings.forEach((heading) => observer.observe(heading));
    return () => observer.disconnect();
  }, []);
  return null;
}
