'use client';

import { useEffect } from 'react';

/** Marks the section being read in the contents beside the text. */
export function TocTracker() {
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc-beside a')];
    // Sections, not headings: to ask where a far heading is would lay its section out.
    const sections = links.map(
      (link) => document.getElementById(link.hash.slice(1))?.parentElement,
    );
    const mark = () => {
      const line = window.innerHeight * 0.35;
      const at = sections.findLastIndex((s) => s && s.getBoundingClientRect().top < line);
      links.forEach((link, i) => {
        if (i === at) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
    };
    // A section's edge crossing the upper third is the only moment at which the mark can change.
    const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -65% 0px' });
    sections.forEach((section) => section && observer.observe(section));
    return () => observer.disconnect();
  }, []);
  return null;
}
