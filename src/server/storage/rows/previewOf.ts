import { previewBody } from '#domain/previewBody.ts';
import type { LastMessage } from '#protocol/entities/chat.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { MessageRow } from './rowTypes.ts';

/** The preview of a message that the head carries: the beginning of the text, or the body of a system line, or only that it was unsent. `nickname`: the sender's name in a community. */
export function previewOf(row: MessageRow, body: Record<string, unknown>, nickname?: string | null): LastMessage {
  const name = nickname ? { nn: nickname } : {};
  const base = { s: row.seq, u: toMemberId(row.sender_mid), ...name, k: row.kind, at: row.created_at };
  if (row.deleted_at !== null) return { ...base, del: 1 };
  if (row.kind === messageKind.system) return { ...base, b: body };
  return { ...base, ...previewBody(row.kind, body) };
}
