import { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RoomChat } from '#server/live/livePort.ts';
import type { Caller, Handler, ServiceContext } from '#server/services/serviceContext.ts';
import type { OpenSyncInput, OpenSyncOutput } from '#server/storage/units/sync/openSync.ts';

/** A person joins chats rarely; after so many looks the rest comes by the person's own events. */
const looksMax = 5;

/**
 * Brings a connection up to date. The order is the point: rooms are joined before heads are read, so every change is in the answer or arrives as a delta
 * (or both, which does no harm).
 */
export const openSync: Handler<'sync.open'> = async (context, caller, input) => {
  const { u, have, open = [], gen, page = 1 } = input;
  const { output, mark } = await readInRooms(context, caller, { user: caller.userId, u, have, open, gen, page });
  context.live.finishSync(connectionOf(caller), output.chats, mark);
  const { chats: _rooms, ahead: _ahead, deltas, ...answer } = output;
  return { t: context.now(), ...answer, ...(deltas.length > 0 ? { deltas } : {}) };
};

async function readInRooms(
  { storage, live }: ServiceContext,
  caller: Caller,
  input: OpenSyncInput,
): Promise<{ output: OpenSyncOutput; mark: number }> {
  const connection = connectionOf(caller);
  const entered = new Set<ChatId>();
  const enter = async (wanted: readonly RoomChat[], mark: number): Promise<boolean> => {
    const left = await live.enterRooms(connection, wanted, mark);
    for (const { c } of wanted) if (!left.includes(c)) entered.add(c);
    return left.length === 0;
  };
  for (let look = 1, isIn = false; !isIn && look <= looksMax; look += 1) {
    const mark = live.beginSync();
    isIn = await enter(await storage.run('listMyChats', { user: input.user }), mark);
  }
  for (let look = 1; ; look += 1) {
    const mark = live.beginSync();
    const output = await storage.run('openSync', input);
    const missing = output.chats.filter(({ c }) => !entered.has(c));
    if (missing.length === 0 || look === looksMax) return { output, mark };
    await enter(missing, mark);
  }
}

function connectionOf({ connection }: Caller): string {
  if (connection === undefined) throw new AppError('BAD', { message: 'only on a socket' });
  return connection;
}
