import { createChat } from './chats/createChat.ts';
import { inviteMembers } from './chats/inviteMembers.ts';
import { kickMember } from './chats/kickMember.ts';
import { leaveChat } from './chats/leaveChat.ts';
import { renameChat } from './chats/renameChat.ts';
import { setChat } from './chats/setChat.ts';
import { setChatPicture } from './chats/setChatPicture.ts';

/** Units of work for making and changing chats and memberships; see `unit.ts` for the pattern. */
export const chatUnits = {
  createChat,
  inviteMembers,
  kickMember,
  leaveChat,
  renameChat,
  setChat,
  setChatPicture,
} as const;
