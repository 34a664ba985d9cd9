import { AppError } from '#protocol/errors.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import { publishOutcome } from '#server/services/chats/publishOutcome.ts';
import type { AppMessageInput, AppMessageResult } from '#server/storage/units/appApi/sendAppMessage.ts';
import { ApiRefusal } from './ApiRefusal.ts';

/** Writes to a person who lets the app write. Throws as `sendAppMessage`, and ApiRefusal NO_ACTS when the person has done nothing since that it may answer. */
export async function sendServiceMessage(
  { storage, live }: Pick<ServiceContext, 'storage' | 'live'>,
  input: AppMessageInput,
): Promise<AppMessageResult> {
  try {
    return publishOutcome(live, await storage.run('sendAppMessage', input));
  } catch (error) {
    if (error instanceof AppError && error.code === 'FULL')
      throw new ApiRefusal(429, 'NO_ACTS', 'no more messages until the person does something in the app');
    throw error;
  }
}
