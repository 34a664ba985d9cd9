import type { RequestName } from '#protocol/requests.ts';
import type { AccountTools } from './accounts/accountTools.ts';
import { createAccountHandlers, type AccountRequest } from './accounts/accountHandlers.ts';
import { connectHandlers, type ConnectRequestName } from './connect/connectHandlers.ts';
import { contactHandlers, type ContactRequest } from './contacts/contactHandlers.ts';
import { createMediaHandlers, type MediaRequest } from './media/createMediaHandlers.ts';
import { createAppHandlers, type AppRequest } from './miniApps/createAppHandlers.ts';
import type { MediaTools } from './media/mediaTools.ts';
import type { AppTools } from './miniApps/appTools.ts';
import { joiningHandlers, type JoiningRequest } from './joining/joiningHandlers.ts';
import type { Handlers } from './serviceContext.ts';

/** Every other request; whoever serves chats and messages owes handlers for exactly these. */
export type ChatRequest = Exclude<
  RequestName,
  AccountRequest | AppRequest | ConnectRequestName | ContactRequest | JoiningRequest | MediaRequest
>;

/** All handlers by request name. A request of the registry without a handler, or one served twice with different types, does not compile. */
export function createHandlers(
  tools: AccountTools,
  media: Pick<MediaTools, 'personBytes'>,
  apps: AppTools,
  chatHandlers: Handlers<ChatRequest>,
): Handlers {
  return {
    ...chatHandlers,
    ...createAccountHandlers(tools),
    ...contactHandlers,
    ...connectHandlers,
    ...createAppHandlers(apps),
    ...joiningHandlers,
    ...createMediaHandlers(tools, media),
  };
}
