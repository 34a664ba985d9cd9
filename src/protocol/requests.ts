import type * as z from 'zod/mini';
import { accountGet } from './requests/accountGet.ts';
import { accountPassword } from './requests/accountPassword.ts';
import { accountUpdate } from './requests/accountUpdate.ts';
import { actDecide } from './requests/actDecide.ts';
import { actList } from './requests/actList.ts';
import { actUndo } from './requests/actUndo.ts';
import { authRenew } from './requests/authRenew.ts';
import { chatBan } from './requests/chatBan.ts';
import { chatAccept } from './requests/chatAccept.ts';
import { chatCreate } from './requests/chatCreate.ts';
import { chatInvite } from './requests/chatInvite.ts';
import { chatKick } from './requests/chatKick.ts';
import { chatLeave } from './requests/chatLeave.ts';
import { chatMeta } from './requests/chatMeta.ts';
import { chatPin } from './requests/chatPin.ts';
import { chatRole } from './requests/chatRole.ts';
import { chatPicture } from './requests/chatPicture.ts';
import { chatSet } from './requests/chatSet.ts';
import { communityCreate } from './requests/communityCreate.ts';
import { communityFind } from './requests/communityFind.ts';
import { communityJoin } from './requests/communityJoin.ts';
import { communityPeek } from './requests/communityPeek.ts';
import { communityProfile } from './requests/communityProfile.ts';
import { chatSettings } from './requests/chatSettings.ts';
import { contactRequests } from './requests/contactRequests.ts';
import { contactSet } from './requests/contactSet.ts';
import { deviceList } from './requests/deviceList.ts';
import { deviceRevoke } from './requests/deviceRevoke.ts';
import { heartbeat } from './requests/heartbeat.ts';
import { historyDays } from './requests/historyDays.ts';
import { historyGet } from './requests/historyGet.ts';
import { membersIndex } from './requests/membersIndex.ts';
import { mediaSign } from './requests/mediaSign.ts';
import { linkCreate } from './requests/linkCreate.ts';
import { linkList } from './requests/linkList.ts';
import { linkPeek } from './requests/linkPeek.ts';
import { linkRevoke } from './requests/linkRevoke.ts';
import { linkUse } from './requests/linkUse.ts';
import { membersList } from './requests/membersList.ts';
import { messageEdit } from './requests/messageEdit.ts';
import { messageReact } from './requests/messageReact.ts';
import { messageSend } from './requests/messageSend.ts';
import { messagesGet } from './requests/messagesGet.ts';
import { messageUnsend } from './requests/messageUnsend.ts';
import { messageVersions } from './requests/messageVersions.ts';
import { prefSet } from './requests/prefSet.ts';
import { rangeCheck } from './requests/rangeCheck.ts';
import { readMark } from './requests/readMark.ts';
import { requestDecide } from './requests/requestDecide.ts';
import { requestList } from './requests/requestList.ts';
import { requestWithdraw } from './requests/requestWithdraw.ts';
import { syncDelta } from './requests/syncDelta.ts';
import { syncOpen } from './requests/syncOpen.ts';
import { userFind } from './requests/userFind.ts';
import { usersGet } from './requests/usersGet.ts';
import { viewSet } from './requests/viewSet.ts';

/** Every request of the wire. Dispatch, rpc, fuzz and negative tests iterate over this list: what stands here is served and tested. */
export const requests = {
  accountGet,
  accountPassword,
  accountUpdate,
  actDecide,
  actList,
  actUndo,
  authRenew,
  chatBan,
  chatAccept,
  chatCreate,
  chatInvite,
  chatKick,
  chatLeave,
  chatMeta,
  chatPin,
  chatRole,
  chatPicture,
  chatSet,
  communityCreate,
  communityFind,
  communityJoin,
  communityPeek,
  communityProfile,
  chatSettings,
  contactRequests,
  contactSet,
  deviceList,
  deviceRevoke,
  heartbeat,
  historyDays,
  historyGet,
  membersIndex,
  mediaSign,
  linkCreate,
  linkList,
  linkPeek,
  linkRevoke,
  linkUse,
  membersList,
  messageEdit,
  messageReact,
  messageSend,
  messagesGet,
  messageUnsend,
  messageVersions,
  prefSet,
  rangeCheck,
  readMark,
  requestDecide,
  requestList,
  requestWithdraw,
  syncDelta,
  syncOpen,
  userFind,
  usersGet,
  viewSet,
} as const;

export type RequestDefinitions = (typeof requests)[keyof typeof requests];
export type RequestName = RequestDefinitions['name'];
type ByName<Name extends RequestName> = Extract<RequestDefinitions, { name: Name }>;
/** What a caller writes; transforms of the schema have not run yet. */
export type RequestInput<Name extends RequestName> = z.input<ByName<Name>['input']>;
/** What a handler receives. */
export type RequestParsed<Name extends RequestName> = z.output<ByName<Name>['input']>;
export type RequestOutput<Name extends RequestName> = z.output<ByName<Name>['output']>;

/** The registry by wire name. */
export const requestsByName: ReadonlyMap<string, RequestDefinitions> = new Map(
  Object.values(requests).map((definition) => [definition.name, definition]),
);
