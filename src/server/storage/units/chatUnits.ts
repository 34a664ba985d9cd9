import { banMember } from './chats/banMember.ts';
import { createChat } from './chats/createChat.ts';
import { inviteMembers } from './chats/inviteMembers.ts';
import { kickMembers } from './chats/kickMembers.ts';
import { leaveChat } from './chats/leaveChat.ts';
import { pinMessage } from './chats/pinMessage.ts';
import { renameChat } from './chats/renameChat.ts';
import { setChat } from './chats/setChat.ts';
import { setChatPicture } from './chats/setChatPicture.ts';
import { setRole } from './chats/setRole.ts';

/** Units of work for making and changing chats and memberships; see `unit.ts` for the pattern. */
export const chatUnits = {
  banMember,
  createChat,
  inviteMembers,
  kickMembers,
  leaveChat,
  pinMessage,
  renameChat,
  setChat,
  setChatPicture,
  setRole,
} as const;
