import { isForwardable } from '#domain/forwardRules.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { UserId } from '#protocol/ids.ts';
import { communityOf } from '#server/storage/rows/communityOf.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import type { Tx } from '#server/storage/unit.ts';
import { visibleMessages } from '#server/storage/units/sync/visibleMessages.ts';
import type { BodyDraft, SettledBody } from './BodyRule.ts';

/** A chat from which something is forwarded. */
interface Source {
  id: number;
  kind: number;
  parent_id: number | null;
}

/** Drafts of one person that come from one chat. */
interface Wish {
  c: number;
  userId: UserId;
  drafts: BodyDraft[];
}

/**
 * The bodies of forwarded messages, from where they are: whoever forwards must see the message there now. NOT_FOUND: he does not, or there is none; GONE: it was unsent; FORBIDDEN: of a kind that
 * means nothing elsewhere, or of another kind than was said. People named in it stay behind: who they are is known only there.
 */
export async function settleForwards(tx: Tx, drafts: readonly BodyDraft[]): Promise<SettledBody[]> {
  const wishes = new Map<string, Wish>();
  for (const draft of drafts) {
    const c = draft.item.fw?.c ?? 0;
    const key = `${c} ${draft.sender.userId}`;
    const wish = wishes.get(key) ?? { c, userId: draft.sender.userId, drafts: [] };
    wish.drafts.push(draft);
    wishes.set(key, wish);
  }
  const settled = new Map<BodyDraft, SettledBody>();
  for (const wish of wishes.values()) {
    const bodies = await settleWish(tx, wish);
    for (const [index, draft] of wish.drafts.entries()) settled.set(draft, bodies[index] ?? { code: 'NOT_FOUND' });
  }
  return drafts.map((draft) => settled.get(draft) ?? { code: 'NOT_FOUND' });
}

async function settleWish(tx: Tx, { c, userId, drafts }: Wish): Promise<SettledBody[]> {
  const [source] = await tx.sql<Source>(
    `SELECT k.id, k.kind, k.parent_id FROM chats k LEFT JOIN chats p ON p.id = k.parent_id
      WHERE k.id = ? AND k.deleted_at IS NULL AND p.deleted_at IS NULL`,
    [c],
  );
  if (!source) return drafts.map(() => ({ code: 'NOT_FOUND' }));
  const seqs = [...new Set(drafts.flatMap(({ item }) => item.fw?.s ?? []))];
  const rows = await tx.sql<MessageRow>(`${visibleMessages(source)} AND m.seq IN (${placeholders(seqs.length)})`, [
    c,
    userId,
    ...seqs,
  ]);
  const names = await readNames(tx, source, rows);
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return drafts.map((draft) => toBody(draft, bySeq.get(draft.item.fw?.s ?? -1), names));
}

function toBody(
  { item }: BodyDraft,
  row: MessageRow | undefined,
  names: ReadonlyMap<number, string | null>,
): SettledBody {
  if (!row) return { code: 'NOT_FOUND' };
  if (row.deleted_at !== null) return { code: 'GONE' };
  if (row.kind !== item.k || !isForwardable(row.kind)) return { code: 'FORBIDDEN' };
  const {
    at: _named,
    silent: _silent,
    ask: _ask,
    nl: _card,
    fw: before,
    ...body
  } = JSON.parse(row.body) as Record<string, unknown>;
  // How it is sent, and whether its link gets a card, is for whoever forwards it to say.
  const { silent, nl } = item.b;
  return {
    b: {
      ...body,
      ...(silent === undefined ? {} : { silent }),
      ...(nl === undefined ? {} : { nl }),
      fw: forwardedOf(item.fw?.n, before, row, names),
    },
  };
}

/** Whoever passes on what was passed on to him did not write it: the first name stays, or that there was none. */
function forwardedOf(
  isNamed: 1 | undefined,
  before: unknown,
  row: MessageRow,
  names: ReadonlyMap<number, string | null>,
): { n?: string } {
  const name = before === undefined ? names.get(row.sender_mid) : (before as { n?: string }).n;
  return isNamed === 1 && name ? { n: name } : {};
}

/** What the writers are called where they wrote: in a community by their names there, which lead to no account. */
async function readNames(
  tx: Tx,
  source: Source,
  rows: readonly MessageRow[],
): Promise<ReadonlyMap<number, string | null>> {
  const mids = [...new Set(rows.map(({ sender_mid: mid }) => mid))];
  if (mids.length === 0) return new Map();
  const list = placeholders(mids.length);
  const found =
    source.kind === chatKind.community
      ? await tx.sql<{ mid: number; name: string | null }>(
          `SELECT mid, nickname AS name FROM members WHERE chat_id = ? AND mid IN (${list})`,
          [communityOf({ chat_id: source.id, parent_id: source.parent_id }), ...mids],
        )
      : await tx.sql<{ mid: number; name: string | null }>(
          `SELECT id AS mid, name FROM users WHERE id IN (${list})`,
          mids,
        );
  return new Map(found.map(({ mid, name }) => [mid, name]));
}
