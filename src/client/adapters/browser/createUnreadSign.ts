/** The number on the app's icon changes at most this often, ms: browsers ask another process for it, and wait. */
const badgeMs = 3_000;

/** Shows how many messages are unread, outside of the page's own area. */
export interface UnreadSign {
  show(count: number): void;
  /** Takes it away at once. */
  clear(): void;
}

/** Writes the count of unread messages into the title of the tab at once, and onto the installed app's icon soon. `name`: the app's. */
export function createUnreadSign(name: string): UnreadSign {
  let wanted = 0;
  let badge = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const setBadge = (): void => {
    if (wanted === badge) return;
    badge = wanted;
    putBadge(badge);
    timer = setTimeout(() => {
      timer = undefined;
      setBadge();
    }, badgeMs);
  };
  const show = (count: number): void => {
    wanted = count;
    document.title = count > 0 ? `(${count > 99 ? '99+' : count}) ${name}` : name;
    if (timer === undefined) setBadge();
  };
  return {
    show,
    clear() {
      clearTimeout(timer);
      timer = undefined;
      show(0);
    },
  };
}

function putBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return;
  const done = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  // Browsers refuse it for apps that are not installed; the title has the number anyway.
  done.catch(() => undefined);
}
