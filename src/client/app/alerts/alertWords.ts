import { isDirect, isOfficial, textKind } from '#domain/chatTraits.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { PeopleState } from '#client/stores/peopleStore.ts';
import type { LocalChat } from '#sync/changes.ts';
import type { AlertLine } from './AlertLine.ts';

/** An alert in words. */
export interface AlertWords {
  title: string;
  body: string;
}

/** What the words are made of. */
export interface AlertWording {
  chat: LocalChat;
  /** of a thread: the chat in which it hangs */
  around?: LocalChat | undefined;
  /** the newest message */
  line: AlertLine;
  people: Pick<PeopleState, 'users' | 'contacts'>;
  /** the person lets texts of messages be seen */
  hasText: boolean;
}

/** An alert of one chat: what it is called, who wrote, the text, and how many messages wait. Without texts only the number. */
export function alertWords(t: Translate, { chat, around, line, people, hasText }: AlertWording): AlertWords {
  const isDm = isDirect(chat.kind);
  const name = chatTitle(people, around ?? chat) ?? (isDm ? t('chat.someone') : t('chat.untitled'));
  const title = around ? t('kinds.threadIn', { title: name }) : name;
  const count = Math.max(1, chat.unread);
  const waiting = t('alerts.messages', { count });
  if (line.isAnnouncement && line.x === undefined) return { title, body: announced(t, line, people) };
  const text = hasText ? contentText(t, { k: line.k ?? textKind, x: line.x, b: line.b }) : undefined;
  if (text === undefined) return { title, body: waiting };
  const author =
    (isDm && !around) || isOfficial(chat.kind) || line.u === undefined
      ? undefined
      : (nameOf(people, line.u) ?? t('chat.someone'));
  const said = author === undefined ? text : t('alerts.said', { name: author, text });
  return { title, body: count > 1 ? `${said}\n${waiting}` : said };
}

/** Who announced something; what it is stands on top of the chat. */
function announced(t: Translate, { u, nn }: AlertLine, people: AlertWording['people']): string {
  const by = nn ?? (u === undefined ? undefined : nameOf(people, u)) ?? t('chat.someone');
  return t('guard.system.pinned', { by });
}

/** One alert for many chats that had something new while this browser was away. */
export function summaryWords(t: Translate, chats: number): AlertWords {
  return { title: t('app.name'), body: t('alerts.summary', { count: chats }) };
}
