import type { Me } from '#protocol/entities/members.ts';
import { memberState, notifyLevel } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';

/*
 * Which messages a person is told about. The rules in one place, for alerts of an open tab and for those that a server pushes:
 *
 *  1. Only chats that I am in, and only messages of others: no own ones, no system lines, nothing unsent, nobody whom I have blocked.
 *  2. Only what is unread: what was read on any device is not news, and ends an alert that stands.
 *  3. A chat set to "nothing" never alerts. One set to "mentions only" alerts for mentions, muted or not: that is what the setting says.
 *     One set to "announcements only" alerts for what is put on top of the chat, and for messages of a chat in which only those write who may announce.
 *     Otherwise a muted chat is silent, whatever it says.
 *  4. A chat has one alert at a time: a new message takes its place.
 *  5. A chat that is on screen in a visible tab with the focus has none (see `client/app/alerts`).
 */

/** The numbers of a chat that tell whether something came: countable messages, unread ones, my read position. */
export interface ChatCount {
  n: number;
  unread: number;
  rs: number;
}

/** What the rules have to know of a message. */
export interface AlertCandidate {
  s: number;
  u: number;
  k: number;
  del?: number | undefined;
}

/** What a message is to me beside a message. */
export interface AlertKind {
  isMention: boolean;
  isAnnouncement?: boolean;
}

/** Rule 3: whether my settings of a chat let a message through. `now`: server clock, ms. */
export function mayAlert(
  { st, nt, mu }: Pick<Me, 'st' | 'nt' | 'mu'>,
  { isMention, isAnnouncement = false }: AlertKind,
  now: number,
): boolean {
  if (st !== memberState.joined) return false;
  if (nt === notifyLevel.all) return mu === undefined || mu <= now;
  return nt === notifyLevel.mentions ? isMention : nt === notifyLevel.announcements && isAnnouncement;
}

/**
 * Rules 1 and 2 by the numbers alone: somebody else has written something that I have not read. A chat that was marked as unread by hand, or whose own
 * message came back from another device, brings nothing. `before` is undefined for a chat that was not here.
 */
export function hasNews(before: ChatCount | undefined, after: ChatCount): boolean {
  if (after.unread === 0) return false;
  if (!before) return true;
  return after.n > before.n && (after.unread > before.unread || after.rs > before.rs);
}

/** Rules 1 and 2 for one message. */
export function isAlertable(
  message: AlertCandidate,
  { me, isBlocked }: { me: Pick<Me, 'mid' | 'rs'>; isBlocked: (mid: number) => boolean },
): boolean {
  const isOfOthers = message.u !== me.mid && message.k !== messageKind.system;
  return isOfOthers && message.del === undefined && message.s > me.rs && !isBlocked(message.u);
}
