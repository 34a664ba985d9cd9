const key = 'kabar.reloadedAt';
/** A second reload within this time would be a loop, ms. */
const calmMs = 30_000;
/** A file that failed so often while the server has it will not come: some browsers keep the failure of a module for as long as the page lives. */
const hopeless = 3;
const failures = new Map<string, number>();

/** What it needs of the page. */
export interface MissingFilePage {
  fetch: (url: string, init: RequestInit) => Promise<Pick<Response, 'status'>>;
  reload: () => void;
  /** ms */
  now: () => number;
  memory: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * A tab of an old version may ask for a file that neither the cache nor the server has any more: then the page is loaded again, which brings the new version. The same for a file that fails again and
 * again although the server has it. Once: if that does not help, the error is all there is. A file that only did not come now, because the network or the server is away, is no reason: a page that is
 * loaded again forgets what its person was doing, and may not come back at all. Whoever asked for it hears of the failure in any case, and tries again.
 */
export function reloadOnMissingFile(page: MissingFilePage = realPage()): void {
  addEventListener('vite:preloadError', (event) => void reloadIfGone(event.payload, page));
}

/** `error`: what the browser says of a file that it could not load. */
export async function reloadIfGone(error: unknown, { fetch, reload, now, memory }: MissingFilePage): Promise<void> {
  const url = urlIn(error);
  if (url === undefined || now() - Number(memory.getItem(key) ?? -calmMs) < calmMs) return;
  // Such a request passes the worker's cache: it asks the server itself.
  const status = await fetch(url, { method: 'HEAD', cache: 'no-store' }).then(
    (response) => response.status,
    () => undefined,
  );
  if (status !== 404 && status !== 410 && !(status === 200 && isHopeless(url))) return;
  memory.setItem(key, String(now()));
  reload();
}

function isHopeless(url: string): boolean {
  const count = (failures.get(url) ?? 0) + 1;
  failures.set(url, count % hopeless);
  return count === hopeless;
}

/** Chromium and Firefox name the module, Vite the style sheet. */
function urlIn(error: unknown): string | undefined {
  return /(?:https?:\/)?\/[^\s'"]+\.(?:js|css)\b/.exec(error instanceof Error ? error.message : '')?.[0];
}

const realPage = (): MissingFilePage => ({
  fetch: (url, init) => fetch(url, init),
  reload: () => location.reload(),
  now: () => Date.now(),
  memory: sessionStorage,
});
