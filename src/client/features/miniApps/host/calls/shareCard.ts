import type { BridgeEvents } from '#protocol/bridge.ts';
import type { AppHost } from '../AppHost.ts';
import type { ShareResult } from '../ShareResult.ts';

/** How pages hear of a share that did not happen. */
export const shareErrors: Record<Exclude<ShareResult, 'sent'>, BridgeEvents['prepared_message_failed']['error']> = {
  declined: 'USER_DECLINED',
  expired: 'MESSAGE_EXPIRED',
  failed: 'MESSAGE_SEND_FAILED',
};

const results: readonly string[] = ['sent', 'declined', 'expired', 'failed'] satisfies ShareResult[];
const isResult = (choice: string | undefined): choice is ShareResult =>
  choice !== undefined && results.includes(choice);

/** Lets the person pick chats for a card that was prepared. The page learns no more than this answer: neither which chats nor how many. An app that never said that it would share cannot. */
export async function shareCard(host: AppHost, card: string): Promise<ShareResult> {
  if (!(await host.mayHave('share'))) return 'failed';
  const choice = await host.ask({ kind: 'share', card });
  return isResult(choice) ? choice : 'declined';
}
