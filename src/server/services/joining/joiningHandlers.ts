import type { Handlers } from '#server/services/serviceContext.ts';
import { acceptInvitation } from './acceptInvitation.ts';
import { changeSettings } from './changeSettings.ts';
import { createLink } from './createLink.ts';
import { decideRequest } from './decideRequest.ts';
import { getCode } from './getCode.ts';
import { listLinks } from './listLinks.ts';
import { listRequests } from './listRequests.ts';
import { peekLink } from './peekLink.ts';
import { revokeLink } from './revokeLink.ts';
import { useLink } from './useLink.ts';
import { withdrawInvitation } from './withdrawInvitation.ts';
import { withdrawRequest } from './withdrawRequest.ts';

/** Requests about coming into a chat. */
export type JoiningRequest =
  | 'chat.accept'
  | 'chat.settings'
  | 'code.get'
  | 'invitation.withdraw'
  | 'link.create'
  | 'link.list'
  | 'link.peek'
  | 'link.revoke'
  | 'link.use'
  | 'request.decide'
  | 'request.list'
  | 'request.withdraw';

/** Handlers of {@link JoiningRequest}. */
export const joiningHandlers: Handlers<JoiningRequest> = {
  'chat.accept': acceptInvitation,
  'chat.settings': changeSettings,
  'code.get': getCode,
  'invitation.withdraw': withdrawInvitation,
  'link.create': createLink,
  'link.list': listLinks,
  'link.peek': peekLink,
  'link.revoke': revokeLink,
  'link.use': useLink,
  'request.decide': decideRequest,
  'request.list': listRequests,
  'request.withdraw': withdrawRequest,
};
