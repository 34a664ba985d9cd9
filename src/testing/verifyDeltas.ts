import { chatKind } from '#protocol/entities/chatKind.ts';
import { isJoined } from '#domain/chatTraits.ts';
import type { ChatState } from '#sync/merge/chatState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { chatClient, type ChatClient } from './chatClient.ts';
import type { ChatWorld } from './chatWorld.ts';

/** What of a chat must be the same however it came to a device. Rows are compared where the device claims to have them all. */
function toComparable({ chat, rows, members }: ChatState, from: number, hasBlocked: boolean): unknown {
  // The parts of the count may be split differently between what the server counted and the rows that came after; their sums are compared.
  const { prs: _prs, lo: _lo, oa: _oa, um: _um, ...me } = chat.me;
  // What all members of a community are told leaves out a preview that the newest of them may not see.
  const { l: _l, ...bare } = chat.head;
  return {
    head: chat.kind === chatKind.community ? bare : chat.head,
    me,
    meta: chat.meta,
    unread: chat.unread,
    mentions: hasBlocked ? 'unknown' : chat.mentions,
    watermark: chat.sync.rev,
    members: [...members.values()].sort((one, other) => one.u - other.u),
    rows: [...rows.values()]
      .filter(({ s }) => s >= from)
      .sort((one, other) => one.s - other.s)
      // A reaction or vote taken back and one that never was look alike to people.
      .map(({ my, mb = [], rx, ...row }) => ({
        ...row,
        mb,
        rx: rx && Object.keys(rx).length > 0 ? rx : null,
        my: my ?? null,
      })),
  };
}

/**
 * The old snapshot of each device plus everything that was emitted to it since, through the client's own merge, must equal what a new device of the same
 * person reads. Answers a list of differences, empty when there are none.
 */
export async function verifyDeltas(
  world: ChatWorld,
  clients: readonly ChatClient[],
): Promise<{ actual: unknown; expected: unknown }[]> {
  const differences: { actual: unknown; expected: unknown }[] = [];
  for (const client of clients) {
    await client.tidy();
    const fresh = chatClient(world, client.user);
    await fresh.open();
    // Who is only invited may read nothing.
    for (const [c, { chat }] of fresh.chats) if (isJoined(chat.me.st)) await fresh.loadAll(c);
    // Whoever left and came back was not told what happened in between.
    const isExcused = (hole: ChatClient['holes'][number]): boolean =>
      hole.at < (fresh.chats.get(hole.c as ChatId)?.chat.me.fl ?? Number.MAX_SAFE_INTEGER) && hole.c !== 0;
    const holes = client.holes.filter((hole) => !isExcused(hole));
    const actual: Record<string, unknown> = { user: client.user, u: client.u, holes };
    const expected: Record<string, unknown> = { user: client.user, u: fresh.u, holes: [] };
    for (const c of new Set([...client.chats.keys(), ...fresh.chats.keys()])) {
      actual[c] = comparableOf(client, c, client);
      expected[c] = comparableOf(fresh, c, client);
    }
    fresh.close();
    if (JSON.stringify(sortKeys(actual)) !== JSON.stringify(sortKeys(expected)))
      differences.push({ actual: sortKeys(actual), expected: sortKeys(expected) });
  }
  return differences;
}

function comparableOf(of: ChatClient, c: ChatId, subject: ChatClient): unknown {
  const state = of.chats.get(c);
  if (!state) return 'absent';
  return toComparable(state, subject.chats.get(c)?.chat.sync.tailFrom ?? 0, subject.hasBlocked);
}

/** Key order is no difference. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
