import type { SystemBody } from '#protocol/entities/messages.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';

/** A time in which a person was in a chat: visible to him is what has `seq ≥ from` and was so before `to`. `joined`: when it began, if more than that is visible. */
export interface MemberSpan {
  readonly from: number;
  readonly to: number;
  readonly joined?: number;
}

/** When a person was in a group, told by the lines the group itself wrote (a quiet leave is not told, so he counts as in until he is added again). */
export function memberSpans(messages: readonly MessageRow[], user: number): MemberSpan[] {
  const spans: MemberSpan[] = [];
  for (const { kind, body, seq } of messages) {
    if (kind !== 2) continue;
    const { ev, by, act, who = [] } = JSON.parse(body) as SystemBody;
    const isNamed = who.some((mid) => Number(mid) === user);
    const isActor = Number(by) === user;
    if ((ev === 'created' && (isActor || isNamed)) || (ev === 'joined' && isActor) || (ev === 'added' && isNamed))
      spans.push({ from: seq, to: Number.MAX_SAFE_INTEGER });
    else if ((ev === 'left' && isActor) || ((ev === 'removed' || ev === 'banned') && isNamed))
      (spans.at(-1) as { to: number }).to = seq;
    // Who is brought back has never been away.
    else if (ev === 'undone' && act === 'remove' && isNamed)
      (spans.at(-1) as { to: number }).to = Number.MAX_SAFE_INTEGER;
  }
  return spans;
}
