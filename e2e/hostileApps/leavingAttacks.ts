/** What a page tries so as to get out of its frame, by name. `away`: origin of a stranger. */
export const leavingAttacks = (away: string): Record<string, () => unknown> => ({
  top: () => (window.top!.location.href = `${away}/landed`),
  topform: () => send(`${away}/landed`, 'get', '_top'),
  open: () => (window.open(`${away}/landed`) ? 'window' : 'none'),
  alert: () => (alert('hostile'), String(confirm('hostile'))),
  trap: () => addEventListener('beforeunload', (event) => event.preventDefault()),
  download() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'hostile.txt';
    link.click();
  },
  async print() {
    let count = 0;
    addEventListener('beforeprint', () => (count += 1));
    window.print();
    await new Promise((done) => setTimeout(done, 100));
    return count;
  },
  read: () =>
    [() => window.top!.document.title, () => window.top!.localStorage.length, () => window.top!.document.cookie]
      .map(attempt)
      .join(),
  script: () => (window.top!.location.href = 'javascript:void(document.title="hostile")'),
  full: () => document.documentElement.requestFullscreen().then(() => 'full'),
  lock: () => Promise.resolve(document.body.requestPointerLock()).then(() => 'locked'),
  back: () => history.go(-1),
  // Every other frame of the top window, whosever it is.
  sibling: () =>
    Array.from({ length: window.top!.length }, (_, at) => window.top![at]!)
      .filter((frame) => frame !== window && frame !== parent)
      .map((frame) => attempt(() => (frame.location.href = `${away}/landed`)))
      .join(),
  named: () => (window.open(`${away}/landed`, 'victim') ? 'window' : 'none'),
  scheme: () => (location.href = 'tg://resolve?domain=hostile'),
  leave: () => (location.href = `${away}/landed`),
  // The frame around it is of its own origin, so it can be led by its own hand.
  lead() {
    const link = Object.assign(parent.document.createElement('a'), { href: `${away}/landed` });
    parent.document.body.append(link);
    link.click();
  },
  post: () => send(`${away}/landed`, 'post', '_self'),
  data: () => (location.href = 'data:text/html,<p>landed'),
  redirect: () => (location.href = '/redirect'),
  push() {
    for (let at = 0; at < 20; at += 1) history.pushState(at, '');
  },
});

/** Answers the name of the error where there is one. */
export function attempt(act: () => unknown): string {
  try {
    return String(act());
  } catch (error) {
    return nameOf(error);
  }
}

/** Errors of other windows are of another class. */
export const nameOf = (error: unknown): string => (error as Partial<Error> | undefined)?.name ?? String(error);

function send(action: string, method: string, target: string): void {
  const form = Object.assign(document.createElement('form'), { action, method, target });
  document.body.append(form);
  form.submit();
}
