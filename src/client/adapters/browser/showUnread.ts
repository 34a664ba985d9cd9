/** The product's name, the same in every language. */
const name = 'Kabar';

/** Writes the count of unread messages into the title of the tab and onto the installed app's icon. The rail shows the same number of the same store. */
export function showUnread(count: number): void {
  document.title = count > 0 ? `(${count > 99 ? '99+' : count}) ${name}` : name;
  if (!('setAppBadge' in navigator)) return;
  const badge = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge();
  // Browsers refuse it for apps that are not installed; the title has the number anyway.
  badge.catch(() => undefined);
}
