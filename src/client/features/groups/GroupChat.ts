import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** A chat of this device, as the stores hold it: 1:1 or a group. */
export type GroupChat = NonNullable<ChatWindowState['chat']>;
