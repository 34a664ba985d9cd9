import type * as z from 'zod/mini';
import { accountGet } from './requests/accountGet.ts';
import { accountPassword } from './requests/accountPassword.ts';
import { accountUpdate } from './requests/accountUpdate.ts';
import { actDecide } from './requests/actDecide.ts';
import { actList } from './requests/actList.ts';
import { actUndo } from './requests/actUndo.ts';
import { albumAdd } from './requests/albumAdd.ts';
import { albumDelete } from './requests/albumDelete.ts';
import { albumGet } from './requests/albumGet.ts';
import { albumList } from './requests/albumList.ts';
import { albumMove } from './requests/albumMove.ts';
import { albumPut } from './requests/albumPut.ts';
import { albumRemove } from './requests/albumRemove.ts';
import { noteDelete } from './requests/noteDelete.ts';
import { noteList } from './requests/noteList.ts';
import { notePut } from './requests/notePut.ts';
import { appealCreate } from './requests/appealCreate.ts';
import { appealDecide } from './requests/appealDecide.ts';
import { appealGet } from './requests/appealGet.ts';
import { appealList } from './requests/appealList.ts';
import { appList } from './requests/appList.ts';
import { appGet } from './requests/appGet.ts';
import { appRecent } from './requests/appRecent.ts';
import { appLaunch } from './requests/appLaunch.ts';
import { appAnswer } from './requests/appAnswer.ts';
import { appNote } from './requests/appNote.ts';
import { appPassport } from './requests/appPassport.ts';
import { appCard } from './requests/appCard.ts';
import { appData } from './requests/appData.ts';
import { appForget } from './requests/appForget.ts';
import { appMethod } from './requests/appMethod.ts';
import { appReport } from './requests/appReport.ts';
import { appShare } from './requests/appShare.ts';
import { makerList } from './requests/makerList.ts';
import { makerCreate } from './requests/makerCreate.ts';
import { makerSave } from './requests/makerSave.ts';
import { makerSubmit } from './requests/makerSubmit.ts';
import { makerUse } from './requests/makerUse.ts';
import { makerSecret } from './requests/makerSecret.ts';
import { makerTesters } from './requests/makerTesters.ts';
import { makerRemove } from './requests/makerRemove.ts';
import { reviewList } from './requests/reviewList.ts';
import { reviewDecide } from './requests/reviewDecide.ts';
import { reviewClose } from './requests/reviewClose.ts';
import { reviewSettle } from './requests/reviewSettle.ts';
import { auditList } from './requests/auditList.ts';
import { auditUndo } from './requests/auditUndo.ts';
import { authRenew } from './requests/authRenew.ts';
import { chatAccept } from './requests/chatAccept.ts';
import { chatBan } from './requests/chatBan.ts';
import { chatCreate } from './requests/chatCreate.ts';
import { chatFreeze } from './requests/chatFreeze.ts';
import { chatInvite } from './requests/chatInvite.ts';
import { chatKick } from './requests/chatKick.ts';
import { chatLeave } from './requests/chatLeave.ts';
import { chatMeta } from './requests/chatMeta.ts';
import { chatPicture } from './requests/chatPicture.ts';
import { chatPin } from './requests/chatPin.ts';
import { chatRole } from './requests/chatRole.ts';
import { chatSet } from './requests/chatSet.ts';
import { chatSettings } from './requests/chatSettings.ts';
import { codeGet } from './requests/codeGet.ts';
import { confirmNudge } from './requests/confirmNudge.ts';
import { communityClose } from './requests/communityClose.ts';
import { communityCreate } from './requests/communityCreate.ts';
import { communityFind } from './requests/communityFind.ts';
import { communityJoin } from './requests/communityJoin.ts';
import { communityPeek } from './requests/communityPeek.ts';
import { communityProfile } from './requests/communityProfile.ts';
import { connectAnswer } from './requests/connectAnswer.ts';
import { connectAsk } from './requests/connectAsk.ts';
import { connectList } from './requests/connectList.ts';
import { contactRequests } from './requests/contactRequests.ts';
import { contactSet } from './requests/contactSet.ts';
import { deviceList } from './requests/deviceList.ts';
import { deviceRevoke } from './requests/deviceRevoke.ts';
import { heartbeat } from './requests/heartbeat.ts';
import { heldDecide } from './requests/heldDecide.ts';
import { heldList } from './requests/heldList.ts';
import { heldMine } from './requests/heldMine.ts';
import { historyDays } from './requests/historyDays.ts';
import { historyGet } from './requests/historyGet.ts';
import { keepAdd } from './requests/keepAdd.ts';
import { keepDrop } from './requests/keepDrop.ts';
import { keepNote } from './requests/keepNote.ts';
import { invitationWithdraw } from './requests/invitationWithdraw.ts';
import { linkCreate } from './requests/linkCreate.ts';
import { linkDrop } from './requests/linkDrop.ts';
import { linkList } from './requests/linkList.ts';
import { linkPeek } from './requests/linkPeek.ts';
import { linkRevoke } from './requests/linkRevoke.ts';
import { linkUse } from './requests/linkUse.ts';
import { mediaList } from './requests/mediaList.ts';
import { mediaMonths } from './requests/mediaMonths.ts';
import { mediaQuota } from './requests/mediaQuota.ts';
import { mediaSign } from './requests/mediaSign.ts';
import { memberMute } from './requests/memberMute.ts';
import { membersIndex } from './requests/membersIndex.ts';
import { membersLeft } from './requests/membersLeft.ts';
import { membersList } from './requests/membersList.ts';
import { messageEdit } from './requests/messageEdit.ts';
import { messageReact } from './requests/messageReact.ts';
import { messageSend } from './requests/messageSend.ts';
import { messageUnsend } from './requests/messageUnsend.ts';
import { messageVote } from './requests/messageVote.ts';
import { messageVersions } from './requests/messageVersions.ts';
import { messageHide } from './requests/messageHide.ts';
import { messagesGet } from './requests/messagesGet.ts';
import { moderationGet } from './requests/moderationGet.ts';
import { moderationSet } from './requests/moderationSet.ts';
import { moderationTry } from './requests/moderationTry.ts';
import { pollAdd } from './requests/pollAdd.ts';
import { pollClose } from './requests/pollClose.ts';
import { pollVoters } from './requests/pollVoters.ts';
import { prefSet } from './requests/prefSet.ts';
import { rangeCheck } from './requests/rangeCheck.ts';
import { readMark } from './requests/readMark.ts';
import { reportCreate } from './requests/reportCreate.ts';
import { reportDecide } from './requests/reportDecide.ts';
import { reportList } from './requests/reportList.ts';
import { reportTake } from './requests/reportTake.ts';
import { roomClose } from './requests/roomClose.ts';
import { roomCreate } from './requests/roomCreate.ts';
import { threadStart } from './requests/threadStart.ts';
import { roomUpdate } from './requests/roomUpdate.ts';
import { requestDecide } from './requests/requestDecide.ts';
import { requestList } from './requests/requestList.ts';
import { requestWithdraw } from './requests/requestWithdraw.ts';
import { scheduleAdd } from './requests/scheduleAdd.ts';
import { scheduleChange } from './requests/scheduleChange.ts';
import { scheduleDrop } from './requests/scheduleDrop.ts';
import { scheduleList } from './requests/scheduleList.ts';
import { scheduleSend } from './requests/scheduleSend.ts';
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
  albumAdd,
  albumDelete,
  albumGet,
  albumList,
  albumMove,
  albumPut,
  albumRemove,
  noteDelete,
  noteList,
  notePut,
  appealCreate,
  appealDecide,
  appealGet,
  appealList,
  appList,
  appGet,
  appRecent,
  appLaunch,
  appAnswer,
  appNote,
  appPassport,
  appCard,
  appData,
  appForget,
  appMethod,
  appReport,
  appShare,
  makerList,
  makerCreate,
  makerSave,
  makerSubmit,
  makerUse,
  makerSecret,
  makerTesters,
  makerRemove,
  reviewList,
  reviewDecide,
  reviewClose,
  reviewSettle,
  auditList,
  auditUndo,
  authRenew,
  chatAccept,
  chatBan,
  chatCreate,
  chatFreeze,
  chatInvite,
  chatKick,
  chatLeave,
  chatMeta,
  chatPicture,
  chatPin,
  chatRole,
  chatSet,
  chatSettings,
  codeGet,
  communityClose,
  confirmNudge,
  communityCreate,
  communityFind,
  communityJoin,
  communityPeek,
  communityProfile,
  connectAnswer,
  connectAsk,
  connectList,
  contactRequests,
  contactSet,
  deviceList,
  deviceRevoke,
  heartbeat,
  heldDecide,
  heldList,
  heldMine,
  historyDays,
  historyGet,
  invitationWithdraw,
  keepAdd,
  keepDrop,
  keepNote,
  linkCreate,
  linkDrop,
  linkList,
  linkPeek,
  linkRevoke,
  linkUse,
  mediaList,
  mediaMonths,
  mediaQuota,
  mediaSign,
  memberMute,
  membersIndex,
  membersLeft,
  membersList,
  messageEdit,
  messageReact,
  messageSend,
  messageUnsend,
  messageVersions,
  messageVote,
  messageHide,
  messagesGet,
  moderationGet,
  moderationSet,
  moderationTry,
  pollAdd,
  pollClose,
  pollVoters,
  prefSet,
  rangeCheck,
  readMark,
  reportCreate,
  reportDecide,
  reportList,
  reportTake,
  roomClose,
  roomCreate,
  threadStart,
  roomUpdate,
  requestDecide,
  requestList,
  requestWithdraw,
  scheduleAdd,
  scheduleChange,
  scheduleDrop,
  scheduleList,
  scheduleSend,
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
