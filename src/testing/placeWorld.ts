import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { ChatMeta } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSnapshot } from '#protocol/entities/chatSnapshot.ts';
import type { Me } from '#protocol/entities/members.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import type { LocalChat } from '#sync/changes.ts';
import { engineWorld, type EngineWorld } from './engineWorld.ts';

/** The community of these worlds, and my number in it. */
export const place = toChatId(50);
export const placeMid = toMemberId(900);

/** My standing in it. */
export const placeSeat = (more: Partial<Me> = {}): Me => ({
  ...{ mid: placeMid, mv: 3, st: memberState.joined, ro: memberRole.member },
  ...{ fl: 1, rs: 4, rn: 3, oa: 0, lo: 0, um: 0, nt: 0 },
  ...more,
});
/** Its slow part. */
export const placeMeta = (more: Partial<ChatMeta> = {}): ChatMeta => ({
  ...{ kind: chatKind.community, title: 'Film Pelan', cap: 5_000, receipts: 0, created: 1, r: 4 },
  ...more,
});

/** A browser that is told of a community by hand. */
export interface PlaceWorld extends EngineWorld {
  /** The server tells member 1. */
  push(signal: ServerSignal): Promise<void>;
  /** The community comes by a change of my own, as `snapshot` has it; with `gone` these chats go instead. */
  arrive(more?: Partial<ChatSnapshot>, gone?: readonly ChatId[]): Promise<void>;
  chat(c: number): LocalChat | undefined;
}

/** Makes the world; it is live. `snapshot`: the community as it is told of, with some of it otherwise. */
export async function placeWorld(snapshot: (more: Partial<ChatSnapshot>) => ChatSnapshot): Promise<PlaceWorld> {
  const world = engineWorld(12);
  await world.clock.advance(3_000);
  let u = 0;
  const push = async (signal: ServerSignal): Promise<void> => {
    world.server.push(1, (socket) => socket.signal(signal));
    await world.clock.settle();
  };
  return {
    ...world,
    push,
    arrive(more = {}, gone = []) {
      u += 1;
      const set = gone.length > 0 ? { gone: [...gone] } : { chats: [snapshot(more)] };
      return push({ name: 'ue', data: { a: u - 1, u, set } });
    },
    chat: (c) =>
      world
        .store()
        .dump('chats')
        .find((found) => found.c === c),
  };
}
