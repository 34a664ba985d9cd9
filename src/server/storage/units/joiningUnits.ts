import { acceptInvitation } from './joining/acceptInvitation.ts';
import { changeSettings } from './joining/changeSettings.ts';
import { createLink } from './joining/createLink.ts';
import { decideRequest } from './joining/decideRequest.ts';
import { getCode } from './joining/getCode.ts';
import { listLinks } from './joining/listLinks.ts';
import { listRequests } from './joining/listRequests.ts';
import { peekLink } from './joining/peekLink.ts';
import { revokeLink } from './joining/revokeLink.ts';
import { useLink } from './joining/useLink.ts';
import { withdrawInvitation } from './joining/withdrawInvitation.ts';
import { withdrawRequest } from './joining/withdrawRequest.ts';

/** Units of work for coming into a chat: links, requests, invitations, and the switches that decide about them; see `unit.ts` for the pattern. */
export const joiningUnits = {
  acceptInvitation,
  changeSettings,
  createLink,
  decideRequest,
  getCode,
  listLinks,
  listRequests,
  peekLink,
  revokeLink,
  useLink,
  withdrawInvitation,
  withdrawRequest,
} as const;
