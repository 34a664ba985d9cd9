import { messageKind } from '#protocol/entities/messageKind.ts';
import type { Cid } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { Commands } from '../commands.ts';
import { newUploads } from '../outbox/uploadsOf.ts';
import { newEntry, type CommandContext } from './commandContext.ts';

/**
 * Queues a message. The outbox row is the pending message: it is on screen from this commit on. The draft it came from goes in the same transaction, so
 * that no crash leaves a message both sent and still in the field.
 */
export async function sendMessage(ctx: CommandContext, input: Parameters<Commands['sendMessage']>[0]): Promise<Cid> {
  const { c, k, b, re, fw, cid = toCid(ctx.newId()) } = input;
  await ctx.commit(async (tx) => {
    const action = {
      ...{ t: 'send' as const, c, cid, b },
      ...(k === undefined ? {} : { k }),
      ...(re === undefined ? {} : { re }),
      ...(fw ? { fw } : {}),
    };
    const at = ctx.now();
    // All at once: the bubble waits for every round trip.
    const [draft] = await Promise.all([
      tx.get('drafts', c),
      tx.put('outbox', [newEntry(action, at)]),
      tx.put('uploads', newUploads(action, at)),
    ]);
    // A draft that changes an older message is not what was sent, and what has no words was no draft.
    if (!draft || draft.edit || !isTyped(k, fw)) return;
    // Files that did not go with it are still to be sent.
    const isWhole = k === messageKind.media || !draft.files;
    if (isWhole) await tx.del('drafts', [c]);
    else await tx.put('drafts', [{ c, text: '', at: undefined, files: draft.files ?? [], updated: at }]);
  });
  return cid;
}

/** Whether it was written in the field: a sticker or a forwarded message leaves alone what stands there. */
const isTyped = (k: number | undefined, fw: unknown): boolean =>
  fw === undefined && (k === undefined || k === messageKind.text || k === messageKind.media);
