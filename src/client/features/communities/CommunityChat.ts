import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/** A community of this device, as the stores hold it. */
export type CommunityChat = NonNullable<ChatWindowState['chat']>;
