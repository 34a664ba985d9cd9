import type { ServiceContext } from '#server/services/serviceContext.ts';
import { publishMessageChange } from '#server/services/messages/publishMessageChange.ts';

/** Brings every place of a card up to date, one chat per transaction; without `card` those of all cards, for what a stop of the server left behind. */
export async function refreshCards(
  { storage, live }: Pick<ServiceContext, 'storage' | 'live'>,
  card?: string,
): Promise<void> {
  for (;;) {
    const change = await storage.run('refreshPlace', { card });
    if (!change) return;
    publishMessageChange(live, change);
  }
}
