import type { ChatSettings } from '#protocol/entities/chatSettings.ts';

/** The switches that hold in a room: those of its community, except who writes there, which is the room's own. */
export function toRoomSettings(community: ChatSettings | undefined, room: Pick<ChatSettings, 'ro'>): ChatSettings {
  const { ro: _own, ...shared } = community ?? {};
  return room.ro === 1 ? { ...shared, ro: 1 } : shared;
}
