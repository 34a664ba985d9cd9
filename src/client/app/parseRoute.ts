import { isAppId, parseAppLink } from '#domain/appLinks.ts';
import type { AppId, ChatId } from '#protocol/ids.ts';
import { toAppId, toChatId } from '#protocol/casts.ts';

/** Where a person is. Every screen has an address. */
export type AppRoute =
  | { at: 'start' | 'friends' | 'keep' | 'uploads' | 'scan' | 'login' | 'signup' | 'unknown' }
  /** `thread`: shown beside the conversation. `gallery`: what was sent there, of a kind, instead of the conversation */
  | { at: 'chats'; chatId?: ChatId; seq?: number; thread?: ChatId; gallery?: string }
  /** notes or albums of a chat (`album`: one of them) instead of the conversation */
  | { at: 'chats'; chatId: ChatId; shelf: 'notes' | 'albums'; album?: string }
  | { at: 'moderation'; chatId: ChatId; tab?: string }
  | { at: 'settings'; page?: string }
  | { at: 'join'; code: string }
  | { at: 'add'; handle: string }
  /** `isNew`: a community is being founded */
  | { at: 'discover'; chatId?: ChatId; isNew?: true }
  /** `app`: it is opened; `isPassport`: what it knows is shown instead */
  | { at: 'apps'; app?: AppId; isPassport?: true }
  /** where apps are made (`path`: the words after `/apps/make`), and where they are reviewed */
  | { at: 'makers'; path: readonly string[] }
  | { at: 'review' };

/** Reads a path. Total: what nobody knows is `unknown`, and numbers that cannot be ids are too. */
export function parseRoute(path: string): AppRoute {
  const words = path.split('/').filter(Boolean);
  const [first, second, third, fourth, ...rest] = words;
  if (first === 'apps') return parseApps(second, words.slice(2));
  if (rest.length > 0) return { at: 'unknown' };
  if (first === undefined) return { at: 'start' };
  if (first === 'chats') return parseChats(second, third, fourth);
  if (third !== undefined) return { at: 'unknown' };
  const link = parseAppLink(`/${first}/${second ?? ''}`, '');
  if (link?.to === 'join') return { at: 'join', code: link.code };
  if (link?.to === 'add') return { at: 'add', handle: link.handle };
  if (first === 'settings') return second === undefined ? { at: 'settings' } : { at: 'settings', page: second };
  if (first === 'discover') return parseDiscover(second);
  // The profile of a person; the screen reads the id itself.
  if (first === 'friends' && second !== undefined && toNumber(second) !== undefined) return { at: 'friends' };
  if (second !== undefined) return { at: 'unknown' };
  return isPlain(first) ? { at: first } : { at: 'unknown' };
}

const plain = ['friends', 'keep', 'uploads', 'scan', 'login', 'signup'] as const;
const isPlain = (word: string): word is (typeof plain)[number] => (plain as readonly string[]).includes(word);

function parseChats(chat: string | undefined, word: string | undefined, message: string | undefined): AppRoute {
  if (chat === undefined) return { at: 'chats' };
  const id = toNumber(chat);
  if (id === undefined) return { at: 'unknown' };
  if (word === undefined) return { at: 'chats', chatId: toChatId(id) };
  if (word === 'moderation') {
    return { at: 'moderation', chatId: toChatId(id), ...(message === undefined ? {} : { tab: message }) };
  }
  if (word === 'notes' && message === undefined) return { at: 'chats', chatId: toChatId(id), shelf: 'notes' };
  if (word === 'albums')
    return { at: 'chats', chatId: toChatId(id), shelf: 'albums', ...(message === undefined ? {} : { album: message }) };
  if (word === 'media') return { at: 'chats', chatId: toChatId(id), gallery: message ?? 'pictures' };
  const thread = word === 't' && message !== undefined ? toNumber(message) : undefined;
  if (thread !== undefined) return { at: 'chats', chatId: toChatId(id), thread: toChatId(thread) };
  const seq = word === 'm' && message !== undefined ? toNumber(message) : undefined;
  return seq === undefined ? { at: 'unknown' } : { at: 'chats', chatId: toChatId(id), seq };
}

function parseApps(app: string | undefined, path: readonly string[]): AppRoute {
  if (app === undefined) return { at: 'apps' };
  if (app === 'make') return { at: 'makers', path };
  if (app === 'review') return path.length === 0 ? { at: 'review' } : { at: 'unknown' };
  if (!isAppId(app)) return { at: 'unknown' };
  if (path.length === 0) return { at: 'apps', app: toAppId(app) };
  return path.length === 1 && path[0] === 'passport'
    ? { at: 'apps', app: toAppId(app), isPassport: true }
    : { at: 'unknown' };
}

function parseDiscover(place: string | undefined): AppRoute {
  if (place === undefined) return { at: 'discover' };
  if (place === 'new') return { at: 'discover', isNew: true };
  const id = toNumber(place);
  return id === undefined ? { at: 'unknown' } : { at: 'discover', chatId: toChatId(id) };
}

/** Ids and seqs are positive whole numbers below 2^53, written without leading zeros. */
function toNumber(text: string): number | undefined {
  const value = Number(text);
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
}
