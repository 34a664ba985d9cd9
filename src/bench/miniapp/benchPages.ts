/*
 * Pages of the benchmark's apps. They are uploaded as bundles, so that the floor and the product show the very same files of the same server.
 */
const rows = Array.from(
  { length: 12 },
  (_, index) => `<li><b>Table ${index + 1}</b><span>free at 19:${10 + index}</span></li>`,
);
const style = `
body { margin: 0; padding: 16px; font: 15px/1.45 system-ui; background: var(--tg-theme-bg-color, #fff); color: var(--tg-theme-text-color, #222) }
li { display: flex; justify-content: space-between; padding: 10px 0; border-bottom: 1px solid #8884 }
ul { margin: 0; padding: 0; list-style: none }
.busy i { display: inline-block; width: 20px; height: 20px; margin: 4px; background: teal; animation: turn 1s linear infinite }
@keyframes turn { to { transform: rotate(360deg) } }`;

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="stylesheet" href="style.css"></head><body>${body}</body></html>`;

const list = `<h1>Kopi Sore</h1><ul>${rows.join('')}</ul>`;
const official = '<script src="https://telegram.org/js/telegram-web-app.js"></script>';

/** Works without a pause for as long as it may, moves all the time, and talks as much as it may. */
const hog = `
const work = () => {
  const until = performance.now() + 45;
  while (performance.now() < until) Math.sqrt(until);
  setTimeout(work, 5);
};
work();
setInterval(() => parent.postMessage(JSON.stringify({ eventType: 'web_app_request_viewport', eventData: '' }), '*'), 25);`;

/** The apps by id, each with the files of its bundle. */
export const benchPages = {
  /** knows nothing of the messenger */
  'bench-plain': { 'index.html': page(list), 'style.css': style },
  /** says when it is ready, as the official script does it */
  'bench-ready': {
    'index.html': page(`${official}${list}<script>Telegram.WebApp.ready()</script>`),
    'style.css': style,
  },
  'bench-busy': {
    'index.html': page(`<div class="busy">${'<i></i>'.repeat(60)}</div><script src="hog.js"></script>`),
    'style.css': style,
    'hog.js': hog,
  },
} as const;
