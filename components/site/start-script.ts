/**
 * Runs before the first paint: theme without a flash, the theme switch, and the
 * bare look of an embedded figure, which tells the page around it how high it is.
 * Plain JavaScript, because it stands inline.
 */
export const START_SCRIPT = `(function(){
var root=document.documentElement,query=new URLSearchParams(location.search),stored=null;
try{stored=localStorage.getItem('theme')}catch(e){}
var asked=query.get('theme'),dark=matchMedia('(prefers-color-scheme: dark)');
function pick(){var t=asked==='dark'||asked==='light'?asked:stored;return t==='dark'||t==='light'?t:dark.matches?'dark':'light'}
root.dataset.theme=pick();
if(query.has('embed')){root.dataset.embed='';
if(parent!==window)addEventListener('DOMContentLoaded',function(){
new ResizeObserver(function(){parent.postMessage({warmStartHeight:document.body.scrollHeight},'*')}).observe(document.body)})}
dark.addEventListener('change',function(){root.dataset.theme=pick()});
document.addEventListener('click',function(event){
if(!event.target.closest||!event.target.closest('[data-theme-switch]'))return;
asked=null;stored=root.dataset.theme==='dark'?'light':'dark';root.dataset.theme=stored;
try{localStorage.setItem('theme',stored)}catch(e){}
});
})();`;
