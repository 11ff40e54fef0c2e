// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StubObserver, openIsland } from '@/tests/fixtures/island';

const drawn = vi.hoisted(() => ({ markup: '' }));
vi.mock('#still', () => ({ stillMarkup: () => drawn.markup }));

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', StubObserver);
  history.replaceState(null, '', '/figures/imagenet-progress/');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = (alone = true) => openIsland(drawn, alone);
const isWatching = () => StubObserver.last?.watching;

test.each(['scroll', 'pointermove', 'pointerdown', 'keydown', 'touchstart'])(
  'a figure in view waits for the reader’s first move: %s',
  (type) => {
    open();
    expect(isWatching()).toBe(false);
    fireEvent(window, new Event(type));
    expect(isWatching()).toBe(true);
  },
);

test.each([
  ['alone', '?protocol=ensemble', true, true],
  ['alone', '?embed&theme=dark', true, false],
  ['in a chapter', '?imagenet-progress.protocol=ensemble', false, true],
  ['in a chapter', '?model-atlas.colour=openness&protocol=ensemble', false, false],
])('%s the address %s is looked at at once: %s → %s', (_, query, alone, atOnce) => {
  history.replaceState(null, '', query);
  open(alone);
  expect(isWatching()).toBe(atOnce);
});

test('a figure that leaves the page stops watching and waiting', () => {
  open();
  fireEvent.pointerMove(document.body);
  expect(isWatching()).toBe(true);
  cleanup();
  expect(isWatching()).toBe(false);
  open();
  cleanup();
  fireEvent.pointerMove(document.body);
  expect(isWatching()).toBe(false);
});
