import { expect } from 'vitest';
import type { ChatId, Cid } from '#protocol/ids.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';
import { memberIn } from './memberIn.ts';
import type { World } from './createWorld.ts';
import type { Written } from './screenShadow.ts';
import { liveText } from './tryLive.ts';
import { laterTexts } from './wishes.ts';
import type { WorldDevice } from './worldDevice.ts';

/** I1 for contents: a stored text is what some device of its sender wrote last for it, so no change of a text was lost on its way. */
export function checkTexts({ devices, wishes }: World, dumps: ReadonlyMap<ChatId, ChatDump>): void {
  for (const own of Map.groupBy(devices, ({ login }) => login.user).values()) {
    const refused = new Set(own.flatMap(refusedChanges));
    for (const [c, dump] of dumps) {
      const { messages } = dump;
      const me = memberIn(dump, own[0]?.login.user)?.mid;
      for (const { cid, seq, body, n, deleted_at: gone, sender_mid: sender } of messages) {
        if (sender !== me || n === null || gone !== null || refused.has(cid) || refused.has(`${c}/${seq}`)) continue;
        const written = own.flatMap(({ shadow }) => lastOf([shadow.texts.get(cid), shadow.texts.get(`${c}/${seq}`)]));
        const { x = '', fw } = JSON.parse(body) as { x?: string; fw?: object };
        // These are the words of where they come from, which may have been changed since this device read them.
        if (fw !== undefined) continue;
        if (written.length === 0 && x === liveText) continue;
        // What waits on the server is changed there.
        const wish = wishes.later.get(cid as Cid);
        if (wish && laterTexts(wish).includes(x)) continue;
        expect(
          written.map((text) => text.x),
          `text of ${seq} in chat ${c}`,
        ).toContain(x);
      }
    }
  }
}

const lastOf = (texts: readonly (Written | undefined)[]): Written[] =>
  texts
    .flatMap((text) => text ?? [])
    .toSorted((one, other) => other.at - one.at)
    .slice(0, 1);

function refusedChanges({ store }: WorldDevice): string[] {
  return store.dump('outbox').flatMap(({ action, state }) => {
    // An unsend takes the place of waiting edits; refused, it takes them along.
    if ((action.t !== 'edit' && action.t !== 'unsend') || state !== 'failed') return [];
    return [action.target ?? '', `${action.c}/${action.s}`];
  });
}
