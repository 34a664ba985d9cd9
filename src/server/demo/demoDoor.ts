import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { enterAs } from '#server/services/accounts/logIn.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { DemoDoor } from '#server/transport/transportOptions.ts';
import { demoPeople } from './demoPeople.ts';

/** The demo's log-in page: who lives here, and entering as one of them without a password. `users`: accounts in the order of `demoPeople`. */
export function demoDoor(users: readonly UserId[]): (context: ServiceContext, tools: AccountTools) => DemoDoor {
  const idOf = new Map(demoPeople.map((person, index) => [person.handle, users[index] as UserId]));
  return (context, tools) => ({
    people: async () =>
      demoPeople.map(({ handle, name, av }) => ({
        handle,
        name,
        id: idOf.get(handle) ?? 0,
        ...(av === undefined ? {} : { av }),
      })),
    async enter(visitor, handle) {
      const userId = idOf.get(handle);
      if (userId === undefined) throw new AppError('NOT_FOUND');
      return enterAs(context, tools, visitor, userId, undefined);
    },
  });
}
