import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';

/** What stands behind the messages of a chat: plain, four quiet colours, three patterns. */
export const chatGrounds = ['plain', 'sand', 'sky', 'leaf', 'rose', 'dots', 'weave', 'waves'] as const;
export type ChatGround = (typeof chatGrounds)[number];

/** Colours of own bubbles. */
export const chatTints = ['teal', 'blue', 'violet', 'rose', 'amber', 'green'] as const;
export type ChatTint = (typeof chatTints)[number];

/** How one person sees one chat. `photo`: id of an own picture that stands in place of the ground. */
export interface ChatLook {
  ground: ChatGround;
  tint: ChatTint;
  photo?: MediaId;
}

export const plainLook: ChatLook = { ground: 'plain', tint: 'teal' };

/** In place of a chat's id: all chats that have no look of their own. */
export const everyChat = 0;

/** How a person sees a chat. Undefined: nothing was ever chosen, neither for it nor for all. */
export const lookOf = (looks: ReadonlyMap<number, ChatLook>, c: number): ChatLook | undefined =>
  looks.get(c) ?? looks.get(everyChat);

/** Key of the setting (`pref.set`) that holds how a person sees one chat, or all. */
export const chatLookKey = (c: number): string => `chatLook.${c}`;

/** The chat of such a key. Undefined: another setting. */
export const chatOfLookKey = (key: string): number | undefined =>
  /^chatLook\.\d+$/.test(key) ? Number(key.slice('chatLook.'.length)) : undefined;

/** A stored setting; what makes no sense, or is of a later version, counts as plain. */
export function toChatLook(value: unknown): ChatLook {
  const { ground, tint, photo } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return {
    ground: chatGrounds.find((name) => name === ground) ?? plainLook.ground,
    tint: chatTints.find((name) => name === tint) ?? plainLook.tint,
    ...(typeof photo === 'string' && /^[A-Za-z0-9_-]{22}$/.test(photo) ? { photo: toMediaId(photo) } : {}),
  };
}
