/** Where the site stands: its base path and addresses within it. */

export const SITE_NAME = 'Warm Start';
export const SITE_TAGLINE = 'A field guide to pre-trained models that you can run';

/** The base path without a trailing slash; empty at the root of a host. */
export const BASE_PATH = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

/** A path of this site ("/data/models/") as an address under the base path; others are returned as they are. */
export function href(path: string): string {
  return path.startsWith('/') && !path.startsWith('//') ? BASE_PATH + path : path;
}

/** A text that is a path of this site, as a dataset may hold one. */
export const isSitePath = (text: string): boolean => /^\/[a-z-]+\//.test(text);

/** "/history/vision-backbones/#alexnet" → "history/vision-backbones#alexnet". */
export const pathLabel = (path: string): string => path.replace(/^\/|\/(?=#|$)/g, '');

export const sourcePath = (id: string) => `/sources/#${id}`;
export const termPath = (id: string) => `/glossary/#${id}`;
export const datasetPath = (id: string, row?: string) => `/data/${id}/${row ? `#${row}` : ''}`;
export const datasetFile = (id: string) => `/data/${id}.json`;
export const figurePath = (id: string) => `/figures/${id}/`;
export const labPath = (id: string) => `/labs/${id}/`;
/** Of a large dataset, the rows that one figure needs. */
export const figureRowsFile = (id: string, dataset: string) => `/figures/${id}.${dataset}.json`;
export const chapterPath = (part: string, chapter: string) =>
  part === '' ? `/${chapter}/` : `/${part}/${chapter}/`;

/** The origin for addresses that must be absolute (sitemap, citations in files). */
export const SITE_URL = process.env.SITE_URL ?? 'http://localhost:3000';
