import { moderate, type Verdict } from '#domain/moderation/moderate.ts';
import { findLinks } from '#domain/moderation/findLinks.ts';
import type { Reason } from '#protocol/entities/moderation.ts';
import { limits } from '#protocol/limits.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { AppendAnswer, AppendItem } from './appendTypes.ts';
import { messageKey } from './findDuplicates.ts';
import type { Gate } from './Gate.ts';
import type { Sender } from './loadSenders.ts';
import { textOf } from '#server/storage/rows/textOf.ts';

/** What the rules say of one message: an answer instead of a place, or the verdict under which it gets one. */
export type Judged = { answer: AppendAnswer } | { mark?: Verdict };

/** Judges a message and notes in the gate what follows from it. Moderators and above are free. `now`: ms. */
export function judgeItem(gate: Gate, sender: Sender, item: AppendItem, now: number): Judged {
  const key = messageKey(sender.mid, item.i);
  const state = gate.held.get(key);
  if (state === 0) return { answer: { i: item.i, held: 1 } };
  if (state === 2) return { answer: { i: item.i, code: 'FILTERED', why: { r: 'rejected' } } };
  if (sender.role >= memberRole.moderator) return {};
  const text = textOf(item.b);
  const recent = gate.recent.get(sender.mid) ?? [];
  const verdict = moderate({ text, at: now }, gate.filter, { recent });
  gate.hits.push(...verdict.rules);
  const isWatching = gate.filter.config.watch === 1;
  if (verdict.action === 'pass' || isWatching || verdict.action === 'flag') {
    gate.recent.set(sender.mid, [{ text, at: now }, ...recent].slice(0, 20));
    return verdict.action === 'flag' && !isWatching ? { mark: verdict } : {};
  }
  if (verdict.action === 'block') return { answer: { i: item.i, code: 'FILTERED', why: toldReason(verdict, text) } };
  if (verdict.action === 'mute') {
    sender.muted_until = Math.max(sender.muted_until ?? 0, now + verdict.minutes * 60_000);
    gate.muted.add(sender);
  }
  if (waitingOf(gate, sender) >= limits.heldPerMemberMax) {
    return { answer: { i: item.i, code: 'FILTERED', why: toldReason(verdict, text) } };
  }
  gate.held.set(key, 0);
  gate.kept.push({ sender, item, verdict });
  return { answer: { i: item.i, held: 1 } };
}

/** Links of who is new here, where the chat does not take them yet. */
export function newLinkReason(item: AppendItem): Reason | undefined {
  const text = textOf(item.b);
  const [link] = findLinks(text);
  return link ? { r: 'newLinks', x: text.slice(link.start, link.start + Math.min(link.length, 60)) } : undefined;
}

/** What the sender is told: the first reason, with his own words instead of the phrase of the list. */
export function toldReason({ reasons, spans }: Verdict, text: string): Reason {
  const [span] = spans;
  const r = reasons[0]?.r ?? 'score';
  return span ? { r, x: text.slice(span[0], span[0] + Math.min(span[1], 60)) } : { r };
}

function waitingOf(gate: Gate, sender: Sender): number {
  let waiting = 0;
  for (const [key, state] of gate.held) if (state === 0 && key.startsWith(`${sender.mid}:`)) waiting += 1;
  return waiting;
}
