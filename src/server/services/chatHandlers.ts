import { banMember } from './chats/banMember.ts';
import { createChat } from './chats/createChat.ts';
import { inviteMembers } from './chats/inviteMembers.ts';
import { kickMembers } from './chats/kickMembers.ts';
import { leaveChat } from './chats/leaveChat.ts';
import { listMembers } from './chats/listMembers.ts';
import { pinMessage } from './chats/pinMessage.ts';
import { renameChat } from './chats/renameChat.ts';
import { setChat } from './chats/setChat.ts';
import { setRole } from './chats/setRole.ts';
import { closeCommunity } from './communities/closeCommunity.ts';
import { createCommunity } from './communities/createCommunity.ts';
import { findCommunities } from './communities/findCommunities.ts';
import { indexMembers } from './communities/indexMembers.ts';
import { joinCommunity } from './communities/joinCommunity.ts';
import { peekCommunity } from './communities/peekCommunity.ts';
import { setMemberName } from './communities/setMemberName.ts';
import { decideAct } from './guard/decideAct.ts';
import { listActs } from './guard/listActs.ts';
import { undoAct } from './guard/undoAct.ts';
import { setChatPicture } from './chats/setChatPicture.ts';
import { keepHandlers } from './keeps/keepHandlers.ts';
import { ballotHandlers } from './messages/ballotHandlers.ts';
import { checkRange } from './messages/checkRange.ts';
import { countGallery } from './messages/countGallery.ts';
import { dropLink } from './messages/dropLink.ts';
import { editMessage } from './messages/editMessage.ts';
import { getHistory } from './messages/getHistory.ts';
import { getMessages } from './messages/getMessages.ts';
import { hideMessages } from './messages/hideMessages.ts';
import { listDays } from './messages/listDays.ts';
import { listGallery } from './messages/listGallery.ts';
import { listVersions } from './messages/listVersions.ts';
import { reactToMessage } from './messages/reactToMessage.ts';
import { sendMessage } from './messages/sendMessage.ts';
import { unsendMessage } from './messages/unsendMessage.ts';
import type { ChatRequest } from './handlers.ts';
import type { Handlers } from './serviceContext.ts';
import { getDeltas } from './sync/getDeltas.ts';
import { markRead } from './sync/markRead.ts';
import { moderationHandlers } from './moderation/moderationHandlers.ts';
import { openSync } from './sync/openSync.ts';
import { closeRoom } from './rooms/closeRoom.ts';
import { startThread } from './threads/startThread.ts';
import { createRoom } from './rooms/createRoom.ts';
import { updateRoom } from './rooms/updateRoom.ts';
import { scheduleHandlers } from './scheduled/scheduleHandlers.ts';
import { shelfHandlers } from './shelf/shelfHandlers.ts';
import { setView } from './sync/setView.ts';

/** The use cases about chats, messages and bringing devices up to date. */
export const chatHandlers: Handlers<ChatRequest> = {
  'act.decide': decideAct,
  'act.list': listActs,
  'act.undo': undoAct,
  'chat.ban': banMember,
  ...moderationHandlers,
  ...ballotHandlers,
  ...keepHandlers,
  ...scheduleHandlers,
  ...shelfHandlers,
  'chat.create': createChat,
  'chat.invite': inviteMembers,
  'chat.kick': kickMembers,
  'chat.leave': leaveChat,
  'chat.meta': renameChat,
  'chat.pin': pinMessage,
  'chat.role': setRole,
  'chat.picture': setChatPicture,
  'chat.set': setChat,
  'community.close': closeCommunity,
  'community.create': createCommunity,
  'community.find': findCommunities,
  'community.join': joinCommunity,
  'community.peek': peekCommunity,
  'community.profile': setMemberName,
  'history.days': listDays,
  'history.get': getHistory,
  'link.drop': dropLink,
  'media.list': listGallery,
  'media.months': countGallery,
  'members.index': indexMembers,
  'members.list': listMembers,
  'message.edit': editMessage,
  'message.hide': hideMessages,
  'message.react': reactToMessage,
  'message.send': sendMessage,
  'message.unsend': unsendMessage,
  'message.versions': listVersions,
  'messages.get': getMessages,
  'range.check': checkRange,
  'read.mark': markRead,
  'room.close': closeRoom,
  'room.create': createRoom,
  'room.update': updateRoom,
  'thread.start': startThread,
  'sync.delta': getDeltas,
  'sync.open': openSync,
  'view.set': setView,
};
