import type { SentKind } from '#protocol/entities/bodies/sentMessage.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { limits } from '#protocol/limits.ts';

const kinds: readonly SentKind[] = [
  messageKind.text,
  messageKind.sticker,
  messageKind.media,
  messageKind.person,
  messageKind.place,
];

/** Whether messages of a kind can be forwarded: what they say is the same in another chat. */
export const isForwardable = (kind: number): kind is SentKind => (kinds as readonly number[]).includes(kind);

/** Most chats that one forward goes to, and most messages that are chosen at once. */
export const forwardChatsMax: number = limits.forwardChatsMax;
export const chosenMax: number = limits.chosenMax;
