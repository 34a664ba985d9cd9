/** What a page tries against what lies beside it: other sites, the machine, whoever types. */
export const siteAttacks: Record<string, () => unknown> = {
  cover() {
    const { body } = window.top!.document;
    const over = body.ownerDocument.createElement('div');
    over.id = 'cover';
    over.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
    body.append(over);
  },
  // The best that is left to a page that cannot reach the document around it.
  swell() {
    const over = document.createElement('div');
    over.style.cssText = 'position:fixed;inset:-500px;z-index:2147483647;background:#fff8';
    over.style.pointerEvents = 'none';
    document.body.append(over);
  },
  about: () =>
    [document.referrer || 'no referrer', location.ancestorOrigins.item(location.ancestorOrigins.length - 1)].join(),
  count: () => window.top!.length,
  hog() {
    const end = performance.now() + 900;
    while (performance.now() < end);
  },
  spin() {
    for (;;);
  },
  toss() {
    const place = location.hostname.split('.').slice(1).join('.');
    document.cookie = `tossed=hostile; domain=${place}; path=/`;
    document.cookie = `__Host-kabar=hostile; domain=${place}; path=/; secure`;
    return document.cookie;
  },
  keep() {
    const before = localStorage.getItem('kept') ?? 'nothing';
    localStorage.setItem('kept', 'hostile');
    return before;
  },
  worker: async () => {
    await navigator.serviceWorker.register('/worker.js', { scope: '/' });
    await navigator.serviceWorker.ready;
    return 'registered';
  },
  nest: () => frameOf(`${location.pathname}?depth=${12}`),
  // A gigabyte, and every page of it is touched.
  eat() {
    Object.assign(globalThis, {
      held: Array.from({ length: 32 }, (_, at) => new Uint8Array(32 * 1_048_576).fill(at + 1)),
    });
    return 'full';
  },
  // Takes the focus again and again and keeps what was typed.
  steal() {
    const field = document.body.appendChild(document.createElement('input'));
    field.id = 'stolen';
    setInterval(() => field.focus(), 30);
  },
};

/** Shows something inside of the page; answers when it has loaded, or the error of the browser in its place. */
export function frameOf(address: string): Promise<string> {
  const frame = document.createElement('iframe');
  frame.src = address;
  document.body.append(frame);
  return new Promise((done) => (frame.onload = () => done('loaded')));
}
