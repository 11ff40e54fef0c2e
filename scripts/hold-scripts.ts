/**
 * Holds a page's scripts back until its reader moves. The pages are complete
 * without them, so a page that is only looked at runs none; a page with nothing
 * to bring to life carries none at all. While the network is idle they are
 * fetched ahead, so that the first move finds them there.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What on a page needs a script: a figure, contents that follow the reader, or what says so itself. */
const NEEDS_SCRIPT = /data-live="|class="toc toc-beside"|data-wakes/;
/** The page for lost readers makes its suggestions at once. */
const AT_ONCE = new Set(['404.html', '404/index.html', '_not-found/index.html']);

const SCRIPT = /<script src="([^"]+)"([^>]*)><\/script>/g;
const PRELOAD = /<link rel="preload" as="script"[^>]*>/g;

interface Held {
  src: string;
  id?: string;
}

/** Plain JavaScript that stands inline in every page that has something to wake. */
export const loader = (scripts: readonly Held[]): string => `(function(){
var scripts=${JSON.stringify(scripts)},root=document.documentElement,controller=new AbortController(),
options={capture:true,passive:true,signal:controller.signal};
function wake(){
controller.abort();root.dataset.awake='';
scripts.forEach(function(held){var script=document.createElement('script');script.src=held.src;script.async=true;
if(held.id)script.id=held.id;document.body.appendChild(script)});
}
function fetchAhead(){
if(navigator.connection&&navigator.connection.saveData)return;
scripts.forEach(function(held){var link=document.createElement('link');link.rel='prefetch';link.as='script';link.href=held.src;document.head.appendChild(link)});
}
document.addEventListener('click',function(event){
var button=event.target.closest&&event.target.closest('button[data-action]');
if(button)button.dataset.held='';
},true);
if(location.search.length>1){wake();return}
['scroll','pointermove','pointerdown','keydown','touchstart','focusin'].forEach(function(type){addEventListener(type,wake,options)});
addEventListener('load',function(){(window.requestIdleCallback||setTimeout)(fetchAhead)});
})();`;

/** @returns the page with its scripts held back, or without them where nothing needs one */
export function holdScripts(html: string): string {
  const scripts = [...html.matchAll(SCRIPT)]
    .filter(([, , attributes]) => !/nomodule/i.test(attributes ?? ''))
    .map(([, src, attributes]) => ({ src: src!, id: / id="([^"]+)"/.exec(attributes ?? '')?.[1] }));
  const without = html.replace(SCRIPT, '').replace(PRELOAD, '');
  if (!NEEDS_SCRIPT.test(html)) {
    return without.replace(/<script>(?:\(?self\.__next_f|self\.__next_f)[\s\S]*?<\/script>/g, '');
  }
  return without.replace('</body>', () => `<script>${loader(scripts)}</script></body>`);
}

/** Rewrites every page of an export. */
export function holdScriptsIn(folder: string): void {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && !AT_ONCE.has(file.replaceAll('\\', '/')),
  );
  for (const page of pages) {
    const path = join(folder, page);
    writeFileSync(path, holdScripts(readFileSync(path, 'utf8')));
  }
}
