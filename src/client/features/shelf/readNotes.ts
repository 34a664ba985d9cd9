import type { ShelfNote } from '#protocol/entities/shelf.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { Services } from '#client/context.ts';

/** Notes of a chat as a page shows and a device keeps them. `more`: there are others. */
export interface KeptNotes {
  items: readonly ShelfNote[];
  more: boolean;
}

/** Asks for so many pages, one after the other. One that changes meanwhile is there once, as it is last seen. */
export async function readNotes(rpc: Services['rpc'], c: ChatId, pages: number): Promise<Ack<KeptNotes>> {
  const items = new Map<string, ShelfNote>();
  let isMore = true;
  for (let page = 0; isMore && page < pages; page += 1) {
    const last = [...items.values()].at(-1);
    // oxlint-disable-next-line no-await-in-loop -- where a page begins is known from the one before it
    const answer = await rpc('note.list', { c, ...(last ? { after: { ch: last.ch, i: last.i } } : {}) });
    if (!answer.ok) return answer;
    for (const note of answer.data.items) items.set(note.i, note);
    isMore = answer.data.more === 1 && answer.data.items.length > 0;
  }
  return { ok: true, data: { items: [...items.values()], more: isMore } };
}
