'use client';

/** A text of the reader's own, and the model that was trained last. Both stay on this machine. */
import { useEffect, useState } from 'react';
import type { Settings } from '@/labs/lab';
import { findOwn, forgetOwn, OWN_TEXT, storeOwn } from '@/labs/own';
import { CHARACTERS_NEEDED, LONGEST_OWN } from '@/labs/pretrain/own-limits';
import type { RunState } from '@/labs/session';
import { formatBytes, formatNumber } from '@/lib/format';
import { href, labPath } from '@/lib/site';
import { useOwnModel } from '../own-model';
import { saveFile } from '../save-file';

const keep = (text: string) =>
  text ? storeOwn(OWN_TEXT, new TextEncoder().encode(text)) : forgetOwn(OWN_TEXT);

/** More bytes than a text in UTF-8 can need: three a unit of UTF-16, and one character cut through. */
const MOST_BYTES = 3 * LONGEST_OWN + 4;

function lengthInWords({ length }: string, isCut: boolean): string {
  if (length === 0) return `About ${formatNumber(CHARACTERS_NEEDED)} characters are needed.`;
  const has = `${formatNumber(length, 8)} characters.`;
  if (isCut)
    return `The first ${formatNumber(length, 8)} characters. The rest would not be read, and is not kept.`;
  if (length < CHARACTERS_NEEDED)
    return `${has} About ${formatNumber(CHARACTERS_NEEDED)} are needed.`;
  return has;
}

function OwnText() {
  const [text, setText] = useState('');
  const [isCut, setCut] = useState(false);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const show = (bytes?: Uint8Array) =>
      bytes && setText(new TextDecoder().decode(bytes).slice(0, LONGEST_OWN));
    void findOwn(OWN_TEXT).then(show, () => {});
  }, []);
  const take = (whole: string) => {
    const next = whole.slice(0, LONGEST_OWN);
    setText(next);
    setCut(next.length < whole.length);
    keep(next).then(
      () => setProblem(''),
      () => setProblem(' This browser keeps nothing here, so the text cannot be used.'),
    );
  };
  const takeFile = (file: File) =>
    file
      .slice(0, MOST_BYTES)
      .text()
      .then(take, (error: unknown) =>
        setProblem(` The file could not be read (${(error as Error).message}).`),
      );
  return (
    <div
      className="own-text"
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (!file) return;
        // Around it, files are taken for receipts.
        event.preventDefault();
        event.stopPropagation();
        void takeFile(file);
      }}
    >
      <label>
        <span>Your text. It stays on this machine: not in the link, not in the receipt.</span>
        <textarea rows={6} value={text} onChange={({ target }) => take(target.value)} />
      </label>
      <div>
        <label>
          Or a file of plain text{' '}
          <input
            type="file"
            accept="text/*,.txt,.md"
            onChange={({ target }) => {
              const file = target.files?.[0];
              // So that the same file can be chosen again.
              target.value = '';
              if (file) void takeFile(file);
            }}
          />
        </label>
        <button type="button" disabled={text === ''} onClick={() => take('')}>
          Remove the text
        </button>
      </div>
      <p role="status">
        {lengthInWords(text, isCut)} The last tenth is held out.{problem}
      </p>
    </div>
  );
}

export function Own({ settings, state }: { settings: Settings; state: RunState }) {
  const model = useOwnModel(state);
  return (
    <div className="lab-own">
      {settings.corpus === 'own' && <OwnText />}
      {model && (
        <p>
          Your own model is kept in this browser: {model.about}.{' '}
          <button
            type="button"
            onClick={() =>
              saveFile(
                'my-model.safetensors',
                model.file as Uint8Array<ArrayBuffer>,
                'application/octet-stream',
              )
            }
          >
            Download it ({formatBytes(model.file.length)}, safetensors)
          </button>{' '}
          <a href={`${href(labPath('adapt'))}?start=own`}>Adapt it to a task</a>
        </p>
      )}
    </div>
  );
}
