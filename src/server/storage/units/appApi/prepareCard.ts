import type { CardWords } from '#protocol/entities/appCards.ts';
import { AppError } from '#protocol/errors.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { readScopes } from '#server/storage/units/miniApps/readScopes.ts';
import { addCard } from './cardRows.ts';
import { lockPerson, type PersonInput } from './lockPerson.ts';
import { withCall, type AppCall } from './withCall.ts';

/** Makes a card that a person may share for a while. Throws NOT_FOUND (person or picture), FORBIDDEN (the app may not offer cards, or is closed), CID_MISMATCH. */
export const prepareCard = writeUnit(
  async (tx, input: PersonInput & AppCall & { words: CardWords }): Promise<{ id: string }> => {
    const { result } = await withCall(tx, input, async () => {
      const { row, user } = await lockPerson(tx, input);
      const scopes = await readScopes(tx, row.id, user);
      if (!scopes.isAllowed('share')) throw new AppError('FORBIDDEN', { message: 'not allowed: share' });
      const { id } = await addCard(tx, row.id, user, input.words);
      return { id };
    });
    return result;
  },
);
