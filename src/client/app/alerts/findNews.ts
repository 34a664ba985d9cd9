import { isGroup, isDirect, isSystemMessage } from '#domain/chatTraits.ts';
import { hasNews, isAlertable, type ChatCount } from '#domain/notifyRules.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import type { AlertLine } from './AlertLine.ts';

/** Characters of a text that an alert shows at most; systems show less. */
const textMax = 200;

/** A change of a chat: how it was, how it is, and the messages that were stored on the way. */
export interface ChatStep {
  before: LocalChat | undefined;
  after: LocalChat;
  rows: readonly LocalMessage[];
  isBlocked: (user: number) => boolean;
}

const countOf = (chat: LocalChat): ChatCount => ({ n: chat.head.n, unread: chat.unread, rs: chat.me.rs });

/**
 * What a change of a chat brings that a person may have to be told of, oldest first. Stored messages tell most; a chat of which only the head arrives (a big
 * community, a catch-up) is told of by its newest message, and one whose newest message says nothing by a line without words.
 */
export function findNews(step: ChatStep): AlertLine[] {
  const { before, after } = step;
  const isAnnouncing = after.meta.set?.ro === 1;
  const told = hasNews(before && countOf(before), countOf(after)) ? findMessages(step) : [];
  const lines = isAnnouncing ? told.map((line) => ({ ...line, isAnnouncement: true })) : told;
  return [...lines, ...findAnnouncements(step)].toSorted((a, b) => a.s - b.s);
}

/** Messages that somebody else has put on top of the chat: a line says so, which is no message and counts for nothing. */
function findAnnouncements({ before, after, rows }: ChatStep): AlertLine[] {
  if (!before) return [];
  const from = Math.max(before.head.ls, after.me.rs);
  const stored = rows.filter((row) => row.c === after.c);
  const newest = after.head.l;
  const isStored = stored.some(({ s }) => s === newest?.s);
  const said = [...stored, ...(newest && !isStored ? [newest] : [])];
  return said
    .filter(({ s, k, u, b }) => s > from && isSystemMessage(k) && u !== after.me.mid && b?.['ev'] === 'pinned')
    .map(({ s, u }) => ({
      ...{ s, u, x: undefined, isMention: false, isAnnouncement: true },
      nn: newest?.u === u ? newest.nn : undefined,
    }));
}

function findMessages({ before, after, rows, isBlocked }: ChatStep): AlertLine[] {
  const from = Math.max(before?.head.ls ?? 0, after.me.rs);
  const { me } = after;
  // In communities a member id says nothing about the account that I have blocked.
  const isAccount = isDirect(after.kind) || isGroup(after.kind);
  const who = { me, isBlocked: (user: number): boolean => isAccount && isBlocked(user) };
  const isMention = after.mentions > (before?.mentions ?? 0);

  const fresh = rows.filter((row) => row.c === after.c && row.s > from && row.n !== undefined);
  const lines = fresh.filter((row) => isAlertable(row, who) && !isSilent(row)).map((row) => toLine(row, me.mid));
  const newest = after.head.l;
  if (
    newest &&
    newest.s > from &&
    !fresh.some(({ s }) => s === newest.s) &&
    isAlertable(newest, who) &&
    newest.q !== 1
  ) {
    lines.push({ s: newest.s, u: newest.u, x: newest.x, k: newest.k, b: newest.b, isMention });
  }
  const isOnlyBlocked = [...fresh, ...(newest ? [newest] : [])].some(({ s, u }) => s > from && who.isBlocked(u));
  if (lines.length === 0 && !isOnlyBlocked && !fresh.some(isSilent) && newest?.q !== 1)
    lines.push({ s: after.head.ls, u: undefined, x: undefined, isMention });
  return lines;
}

/** A message that its sender wants nobody to be told of. */
const isSilent = ({ b }: LocalMessage): boolean => b?.['silent'] === 1;

/** A stored message as an alert tells it. `me`: my member id there. */
export function toLine(row: LocalMessage, me: number): AlertLine {
  const text = row.b?.['x'];
  const x = typeof text === 'string' && text !== '' ? text.slice(0, textMax) : undefined;
  return {
    s: row.s,
    u: row.u,
    x,
    k: row.k,
    b: row.b,
    isMention: row.ma === 1 || (row.m?.some((member) => member === me) ?? false),
  };
}
