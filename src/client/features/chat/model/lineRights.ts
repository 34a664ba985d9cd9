import { canAnnounce, canDelete } from '#domain/permissions.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { ConversationProps } from '../ConversationProps.ts';

/** Role of an ordinary member. */
const memberRole = 0;

/** What I may do with lines by my role in the chat. Who is not known here counts as an ordinary member: the server has the last word. */
export function lineRights({
  chat,
  members,
}: ChatWindowState): Pick<ConversationProps, 'canPin' | 'canDelete' | 'canMark'> {
  if (!chat) return {};
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  return {
    canPin: canAnnounce(standing),
    canMark: chat.meta.parent === undefined,
    canDelete: (sender) => canDelete(standing, { role: members.get(sender)?.ro ?? memberRole }),
  };
}
