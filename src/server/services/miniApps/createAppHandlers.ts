import type { Handlers } from '#server/services/serviceContext.ts';
import type { AppTools } from './appTools.ts';
import { makerHandlers, type MakerRequest } from './makerHandlers.ts';
import { personAppHandlers, type PersonAppRequest } from './personAppHandlers.ts';
import { reviewHandlers, type ReviewRequest } from './reviewHandlers.ts';

/** Requests about mini-apps. */
export type AppRequest = PersonAppRequest | MakerRequest | ReviewRequest;

/** Makes the handlers of {@link AppRequest}. */
export const createAppHandlers = (tools: AppTools): Handlers<AppRequest> => ({
  ...personAppHandlers(tools),
  ...makerHandlers(tools),
  ...reviewHandlers(tools),
});
