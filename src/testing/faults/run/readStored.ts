import type { SystemBody } from '#protocol/entities/messages.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { readUnit } from '#server/storage/unit.ts';
import { findBrokenInvariants } from '#testing/chatInvariants.ts';
import { dumpChat, type ChatDump } from '#testing/contracts/storageDump.ts';
import { memberSpans } from '#testing/memberSpans.ts';
import type { Violation } from '../check/history.ts';
import type { StoredChat, StoredRow, StoredWorld } from '../check/storedWorld.ts';

const readRest = readUnit(async (tx) => ({
  chats: await tx.sql<{ id: ChatId; kind: number }>('SELECT id, kind FROM chats', []),
  ops: await tx.sql<{ user_id: number; op_id: string; result: string }>('SELECT user_id, op_id, result FROM ops', []),
  integrity: await tx.sql<{ integrity_check: string }>('PRAGMA integrity_check', []),
}));

/** Opens the database that a stopped server left and reads all of it, and what is wrong with it in itself. */
export async function readStored(path: string): Promise<{ stored: StoredWorld; broken: Violation[] }> {
  const storage = await openSqliteLocal(path);
  try {
    const { chats, ops, integrity } = await storage.runUnit(readRest, undefined);
    const dumps: StoredChat[] = [];
    for (const { id, kind } of chats) dumps.push(toStored(kind, await dumpChat(storage, id)));
    const sick = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    const texts = [...sick, ...(await findBrokenInvariants({ storage }, []))];
    return {
      stored: { chats: dumps, ops: new Map(ops.map((op) => [`${op.user_id}:${op.op_id}`, op.result])) },
      broken: texts.map((text) => ({ rule: 'database', text })),
    };
  } finally {
    await storage.close();
  }
}

function toStored(kind: number, { head, members, messages }: ChatDump): StoredChat {
  const always = [{ from: 0, to: Number.MAX_SAFE_INTEGER }];
  return {
    c: head.chat_id,
    head: { rev: head.rev, n: head.n, lastSeq: head.last_seq, members: head.members },
    rows: messages.map(toRow),
    members: members.map(({ user_id: user, state, floor_seq: floor, read_seq: rs }) => ({
      user,
      isJoined: state === memberState.joined,
      floor,
      rs,
    })),
    spans: new Map(
      members.map(({ user_id: user }) => [user, kind === chatKind.dm ? always : memberSpans(messages, user)]),
    ),
  };
}

function toRow(row: MessageRow): StoredRow {
  const body = JSON.parse(row.body) as { x?: string } | SystemBody;
  return {
    s: row.seq,
    r: row.rev,
    n: row.n ?? undefined,
    u: row.sender_mid,
    i: row.cid,
    x: row.kind === messageKind.text && 'x' in body ? body.x : undefined,
    isUnsent: row.deleted_at !== null,
    isEdited: row.edited_at !== null,
    at: row.created_at,
    names: JSON.parse(row.mention_ids ?? '[]') as number[],
    rx: JSON.parse(row.rx ?? '{}') as Record<string, number>,
  };
}
