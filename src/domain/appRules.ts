import { appState } from '#protocol/entities/appStates.ts';
import { limits } from '#protocol/limits.ts';
import { appPlaces } from './appLinks.ts';

/** Ids that are never given to an app: names that people would take for a part of the service. */
const reservedIds = new Set([
  ...['www', 'api', 'app', 'apps', 'admin', 'mail', 'smtp', 'ftp', 'static', 'media', 'cdn', 'kabar', 'localhost'],
  ...['login', 'account', 'accounts', 'pay', 'wallet', 'support', 'help', 'official', 'security', 'system', 'mini'],
  // Words that stand where an id would in addresses of the messenger.
  ...['make', 'review', 'new'],
]);

/** Whether an id may be taken. Its form is the schema's matter. */
export const isFreeAppId = (id: string): boolean =>
  !reservedIds.has(id) && !appPlaces.includes(id) && !id.startsWith('xn-');

/** Where in a host name the id of an app stands, as `https://{app}.apps.example`. */
export const appPlace = '{app}';

/** The origin of an app, or of one version of it: `label` is its id, or `<id>--<n>-<key>`. */
export const appOrigin = (template: string, label: string): string => template.replace(appPlace, label);

/** Whether two host names belong to one site: then cookies and processes would be shared. Without a list of public suffixes, a shared parent of two labels or more is one site; names below `localhost` are sites of their own. */
export function isSameSite(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [one.toLowerCase().split('.').toReversed(), other.toLowerCase().split('.').toReversed()];
  if (first[0] === 'localhost' || second[0] === 'localhost') return first[0] === second[0] && first[1] === second[1];
  if (/^\d+$/.test(first[0] ?? '') || /^\d+$/.test(second[0] ?? '')) return false;
  let shared = 0;
  while (shared < Math.min(first.length, second.length) && first[shared] === second[shared]) shared += 1;
  return shared >= 2;
}

/** Whether a host is on a list of an app's manifest, whose entries may begin with `*.`. Ports count. */
export function isListedHost(list: readonly string[], host: string): boolean {
  return list.some((entry) =>
    entry.startsWith('*.') ? host.endsWith(entry.slice(1)) && host !== entry.slice(2) : entry === host,
  );
}

/** The text of a language, or the English one. */
export function appText(texts: { en: string } & Partial<Record<string, string | undefined>>, language: string): string {
  return texts[language] ?? texts.en;
}

/** Most chats that one share of a card goes to. */
export const shareMax: number = limits.cardChatsMax;

/** Whether an app can be opened by anybody, now. */
export const isLiveApp = (st: number): boolean => st === appState.live;

/** Why nobody can use an app in this state any more; undefined as long as somebody can. */
export const appEnd = (st: number): 'closed' | 'gone' | undefined =>
  st === appState.closed ? 'closed' : st === appState.removed ? 'gone' : undefined;
