/** Reading a vocabulary takes a phone about a second: it happens here, off the page's thread. */
import { cutText, type Cuts } from './cut';
import { ENCODINGS, type EncodingId } from './encodings';

export interface Order {
  number: number;
  text: string;
  encodings: readonly EncodingId[];
}

export type Answer = { number: number } & (
  { kind: 'share'; share: number } | { kind: 'done'; cuts: Cuts } | { kind: 'failed'; why: string }
);

const answer = (message: Answer) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const { number, text, encodings } = data;
  const wanted = ENCODINGS.filter(({ id }) => encodings.includes(id));
  cutText(text, wanted, (share) => answer({ number, kind: 'share', share })).then(
    (cuts) => answer({ number, kind: 'done', cuts }),
    (error: unknown) =>
      answer({
        number,
        kind: 'failed',
        why: String(error instanceof Error ? error.message : error),
      }),
  );
});
