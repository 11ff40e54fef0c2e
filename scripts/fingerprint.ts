/**
 * `tsx scripts/fingerprint.ts <text file>`: marks of the article that set the
 * scope of this guide, so that the content check can tell when a run of its
 * words stands in a chapter. The article itself is not ours to ship.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fingerprint } from '@/lib/content-check';

const FINGERPRINT_FILE = 'scripts/article-fingerprint.json';

const [file] = process.argv.slice(2);
if (!file) throw new Error('name the text file');
const marks = [...new Set(readFileSync(file, 'utf8').split('\n').flatMap(fingerprint))].sort();
writeFileSync(FINGERPRINT_FILE, `${JSON.stringify(marks)}\n`);
console.log(`${marks.length} marks in ${FINGERPRINT_FILE}`);
