'use client';

/** Receipts of a lab: which one is open, what a run is held against, and what can be taken away. */
import { useRef, useState } from 'react';
import type { LabSpec, Settings } from '@/labs/lab';
import { compare, fitReceipt, packReceipt, readReceipt, unpackReceipt } from '@/labs/receipt';
import type { Receipt } from '@/labs/receipt';
import type { Snapshot } from '@/labs/session';
import { labAddress } from '@/lib/lab-links';
import type { ReceiptAction } from './receipt-bar';
import { readReceiptFile } from './receipt-file';
import { saveFile } from './save-file';
import { Verdict } from './verdict';

const RECEIPT = '#receipt=';

/** A receipt that came with the address. */
export function receiptInAddress(spec: LabSpec): { receipt?: Receipt; problem?: string } {
  if (!location.hash.startsWith(RECEIPT)) return {};
  try {
    return { receipt: fitReceipt(unpackReceipt(location.hash.slice(RECEIPT.length)), spec) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

const isEqual = (a: Receipt, b: Receipt) => JSON.stringify(a) === JSON.stringify(b);

/** A verdict belongs to the receipt that its run was begun with, and gives way to another that is opened. */
export function verdictOf({ state, against, receipt }: Snapshot, opened?: Receipt) {
  if (state !== 'done' || !against || !receipt) return null;
  if (opened && !isEqual(opened, against)) return null;
  return (
    <Verdict receipt={against} got={receipt} differences={compare(against, receipt.metrics)} />
  );
}

interface Desk {
  spec: LabSpec;
  settings: Settings;
  /** The receipt that came with the address. */
  initial?: Receipt;
  /** Of the run that the picture shows. */
  shown?: Receipt;
  say: (message: string) => void;
  onOpen: (receipt: Receipt) => void;
  onReplay: (receipt: Receipt) => void;
}

export function useReceipts({ spec, settings, initial, shown, say, onOpen, onReplay }: Desk) {
  /** What “Replay and verify” takes, until a run of the reader's own is begun. */
  const [opened, setOpened] = useState(initial);
  const picker = useRef<HTMLInputElement>(null);

  const take = async (file: File) => {
    try {
      const receipt = fitReceipt(readReceipt(await readReceiptFile(file)), spec);
      setOpened(receipt);
      onOpen(receipt);
      say('The receipt is open. “Replay and verify” runs it again.');
    } catch (error) {
      say(`${(error as Error).message}.`);
    }
  };

  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      say(`${what} copied: ${text}`);
    } catch {
      say(`Copy this ${what.toLowerCase()}: ${text}`);
    }
  };

  const verifiable = opened ?? shown;
  const addressOf = (wanted: Settings) => labAddress(spec, wanted, location.href);
  const actions: Readonly<Record<ReceiptAction, () => void>> = {
    link: () => void copy('Link', addressOf(settings)),
    open: () => picker.current?.click(),
    verify: () => verifiable && onReplay(verifiable),
    save: () =>
      shown &&
      saveFile(
        `${spec.id}-receipt.json`,
        `${JSON.stringify(shown, null, 2)}\n`,
        'application/json',
      ),
    share: () =>
      shown && void copy('Receipt', `${addressOf(shown.config)}${RECEIPT}${packReceipt(shown)}`),
  };
  return {
    opened,
    picker,
    take,
    act: (action: ReceiptAction) => actions[action](),
    /** Ends the claim of a receipt that is open: a run of one's own is not held against it. */
    close: () => setOpened(undefined),
    offered: { save: shown !== undefined, verify: verifiable !== undefined },
  };
}
