/**
 * What is the reader's own: a text to learn from, and the model that was last trained from it or from
 * another. Both are kept in IndexedDB, on the reader's machine, and never leave it.
 */
import { createStore, del, get, set, type UseStore } from 'idb-keyval';

const FOLDER = 'own/';
export const OWN_TEXT = `${FOLDER}text.txt`;
export const OWN_MODEL = `${FOLDER}model.safetensors`;

/** Said where a run asks for what is not here. */
const MISSING: Readonly<Record<string, string>> = {
  [OWN_TEXT]:
    'there is no text of your own in this browser. Such a text stays on the machine where it was put in, so a run with it can be repeated only there',
  [OWN_MODEL]:
    'there is no model of your own in this browser. Train one in the lab “What does a model learn from text alone?”; it stays on the machine where it was trained',
};

export const isOwn = (name: string): boolean => name.startsWith(FOLDER);

/** Names that later versions of this site must still find. */
let opened: UseStore | undefined;
const store = () => (opened ??= createStore('warm-start-own', 'files'));

/** Asynchronous as a whole: a browser may refuse the store at once. */
export const findOwn = async (name: string): Promise<Uint8Array | undefined> =>
  get<Uint8Array>(name, store());

/** @throws Error in words for a reader when it is not here, or the browser keeps nothing */
export async function readOwn(name: string): Promise<Uint8Array> {
  const found = await findOwn(name).catch(() => undefined);
  if (!found) throw new Error(MISSING[name] ?? `there is no ${name} in this browser`);
  return found;
}

/** Where nothing can be kept (a private window), the run does without. */
export const keepOwn = (name: string, bytes: Uint8Array): Promise<void> =>
  storeOwn(name, bytes).catch(() => {});

/** @throws Error where the browser keeps nothing */
export const storeOwn = async (name: string, bytes: Uint8Array): Promise<void> =>
  set(name, bytes, store());

export const forgetOwn = async (name: string): Promise<void> => del(name, store());
