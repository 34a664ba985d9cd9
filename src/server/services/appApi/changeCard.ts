import type { CardWords } from '#protocol/entities/appCards.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AppCall } from '#server/storage/units/appApi/withCall.ts';
import { refreshCards } from './refreshCards.ts';

/** Gives a card other words, wherever it stands. A repeat finishes what the first try left undone. Throws as `updateCard`. */
export async function changeCard(
  context: Pick<ServiceContext, 'storage' | 'live'>,
  input: AppCall & { card: string; words: CardWords },
): Promise<{ v: number }> {
  const { v } = await context.storage.run('updateCard', input);
  await refreshCards(context, input.card);
  return { v };
}
