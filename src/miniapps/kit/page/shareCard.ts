import type { AppPage } from './AppPage.ts';

/** Prepares a card on the server and lets the person pick chats for it; answers what to say. Throws LineError. */
export async function shareCard({ kabar, server, kit }: AppPage<unknown>, path: string): Promise<string | undefined> {
  const { card } = await server.post<{ card: string }>(path);
  const result = await kabar.share(card);
  return result === 'cancelled' ? undefined : result === 'sent' ? kit.shared : kit.shareFailed;
}
