import { expect, test } from 'vitest';
import { holdScripts } from '@/scripts/hold-scripts';

const SCRIPTS =
  '<script src="/a.js" async=""></script><script src="/b.js" id="_R_" async=""></script>' +
  '<script src="/old.js" noModule=""></script>';
const FLIGHT = '<script>self.__next_f.push([1,"data"])</script>';
const page = (body: string) =>
  `<html><head><link rel="preload" as="script" href="/a.js"/></head><body>${body}${FLIGHT}${SCRIPTS}</body></html>`;

test('a page with a figure holds its scripts back, with their ids', () => {
  const html = holdScripts(page('<div data-live="no"></div>'));
  expect(html).not.toMatch(/<script src=/);
  expect(html).not.toContain('rel="preload" as="script"');
  expect(html).toContain('[{"src":"/a.js"},{"src":"/b.js","id":"_R_"}]');
  expect(html).toContain(FLIGHT);
});

test('scripts for browsers without modules are not brought to others', () => {
  expect(holdScripts(page('<div data-live="no"></div>'))).not.toContain('old.js');
});

test('a page with nothing to bring to life carries neither scripts nor their data', () => {
  const html = holdScripts(page('<p>Words.</p>'));
  expect(html).toBe('<html><head></head><body><p>Words.</p></body></html>');
});

test('the words of a page are left as they are', () => {
  const words = '<p>A <code>$& self.__next_f</code> of words.</p><div data-live="no"></div>';
  expect(holdScripts(page(words))).toContain(words);
});
