import { messageKind } from '#protocol/entities/messageKind.ts';
import { expect } from 'vitest';
import type { LastMessage } from '#protocol/entities/chat.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { dayOf } from '#server/storage/rows/dayOf.ts';
import type { ChatDump } from './storageDump.ts';

/**
 * Everything that can be counted again from the rows of a chat: numbering (I2, I3), read state (I6, I7), totals, previews, days. `silent`: people who have
 * blocked somebody; they are not called by whom they had blocked then, which no row tells.
 */
export function checkInvariants(dump: ChatDump, silent: ReadonlySet<number> = new Set()): void {
  checkNumbers(dump);
  for (const member of dump.members) {
    if (member.state !== memberState.joined) continue;
    checkReadState(dump, member);
    if (!silent.has(member.user_id)) checkMentions(dump, member);
  }
  checkReactions(dump);
  checkBallots(dump);
  checkHead(dump);
  checkDays(dump);
}

function checkNumbers({ head, messages }: ChatDump): void {
  expect(new Set(messages.map(({ rev }) => rev)).size, 'revs are unique').toBe(messages.length);
  for (const { seq, rev } of messages)
    expect(seq <= rev && rev <= head.rev, `seq ${seq} ≤ rev ${rev} ≤ head`).toBe(true);
  const ordinals = messages.filter(({ n }) => n !== null).map(({ n }) => n);
  expect(ordinals, 'ordinals are dense and rise with seq').toEqual(Array.from({ length: head.n }, (_, i) => i + 1));
  const times = messages.map(({ created_at }) => created_at);
  expect(times, 'times never run back').toEqual(times.toSorted((a, b) => a - b));
  expect(head.last_seq).toBe(messages.at(-1)?.seq ?? 0);
}

function checkReadState({ head, messages }: ChatDump, member: ChatDump['members'][number]): void {
  const countable = messages.filter(({ n }) => n !== null);
  const isMine = (row: ChatDump['messages'][number]): boolean =>
    row.sender_mid === member.mid || row.hidden_for === member.mid;
  const ordinal = countable.findLast(({ seq }) => seq <= member.read_seq)?.n ?? 0;
  expect(member.read_n, 'read_n is the ordinal at read_seq').toBe(ordinal);
  const after = countable.filter(({ seq }) => seq > member.read_seq);
  expect(member.own_after, 'own_after').toBe(after.filter(isMine).length);
  expect(head.n - member.read_n - member.own_after, 'unread').toBe(after.filter((row) => !isMine(row)).length);
  expect(member.read_seq).toBeLessThanOrEqual(head.rev);
}

function checkMentions({ messages, mentions }: ChatDump, member: ChatDump['members'][number]): void {
  const isNamed = (row: ChatDump['messages'][number]): boolean =>
    row.sender_mid !== member.mid && (JSON.parse(row.mention_ids ?? '[]') as number[]).includes(member.mid);
  const unread = messages.filter((row) => row.seq > member.read_seq && isNamed(row)).map(({ seq }) => seq);
  const noted = mentions.filter(({ mid, seq }) => mid === member.mid && seq > member.read_seq).map(({ seq }) => seq);
  expect(
    noted.toSorted((a, b) => a - b),
    `unread mentions of ${member.mid}`,
  ).toEqual(unread);
}

function checkReactions({ messages, reactions }: ChatDump): void {
  for (const row of messages) {
    const totals: Record<string, number> = {};
    for (const { emoji } of reactions.filter(({ seq }) => seq === row.seq)) {
      if (emoji !== null) totals[emoji] = (totals[emoji] ?? 0) + 1;
    }
    expect(JSON.parse(row.rx ?? '{}'), `reaction totals of ${row.seq}`).toEqual(totals);
  }
}

/** Totals are those of the votes that stand, each person once, and nothing is counted where nobody can vote. */
function checkBallots({ messages, ballots }: ChatDump): void {
  for (const row of messages) {
    const choices = ballots.filter(({ seq }) => seq === row.seq).map(({ choice }) => JSON.parse(choice) as number[]);
    if (row.deleted_at !== null) expect(choices, `votes about ${row.seq}, which is unsent`).toEqual([]);
    const { bt = [], bn = 0 } = JSON.parse(row.extras ?? '{}') as { bt?: number[]; bn?: number };
    const totals = bt.map((_, number) => choices.filter((choice) => choice.includes(number)).length);
    expect(bt, `vote totals of ${row.seq}`).toEqual(totals);
    expect(bn, `voters of ${row.seq}`).toBe(choices.filter((choice) => choice.length > 0).length);
    expect(Math.max(-1, ...choices.flat()), `answers of ${row.seq}`).toBeLessThan(bt.length || 1);
  }
}

function checkHead({ head, messages }: ChatDump): void {
  const shown = messages.findLast(({ hidden_for }) => hidden_for === null);
  const last = head.last_msg === null ? undefined : (JSON.parse(head.last_msg) as LastMessage);
  expect(last?.s, 'the preview is of the newest message').toBe(shown?.seq);
  if (!shown || !last) return;
  const body = JSON.parse(shown.body) as { x?: string };
  // Files may be without words, and their preview still says so.
  const x = shown.kind === messageKind.media ? (body.x ?? '') : body.x;
  expect(last.x, 'preview text').toBe(shown.deleted_at === null ? x?.slice(0, 120) : undefined);
  expect(last.del).toBe(shown.deleted_at === null ? undefined : 1);
}

function checkDays({ messages, days }: ChatDump): void {
  const first = new Map<string, number>();
  for (const { created_at, seq } of messages) {
    const day = dayOf(created_at);
    if (!first.has(day)) first.set(day, seq);
  }
  expect(new Map(days.map(({ day, first_seq }) => [day, first_seq]))).toEqual(first);
}
