import { createHash, randomUUID } from 'node:crypto';
import type { CardWords } from '#protocol/entities/appCards.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppId, ChatId, UserId } from '#protocol/ids.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { changeCard } from '#server/services/appApi/changeCard.ts';
import { sendServiceMessage } from '#server/services/appApi/sendServiceMessage.ts';
import { verifyInitData } from '#server/services/appApi/verifyInitData.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { AppCall } from '#server/storage/units/appApi/withCall.ts';
import { makeAdmin, manifestOf, publishNew } from './appPeople.ts';
import { newOp, type ChatWorld } from './chatWorld.ts';

/** The server of a live app, as it asks ours; each call has a key of its own unless one is given. */
export interface AppServer {
  readonly app: AppId;
  readonly maker: UserId;
  readonly admin: UserId;
  readonly token: string;
  call(key?: string): AppCall;
  /** Opens the app for somebody; answers the number by which its server knows him, and the init data. */
  meet(user: UserId, more?: Partial<RequestInput<'app.launch'>>): Promise<{ person: number; data: string }>;
  answer(user: UserId, scope: AppScope, allow?: boolean): Promise<unknown>;
  send(
    person: number,
    text: string,
    more?: { card?: CardWords; isSilent?: boolean; key?: string },
  ): Promise<{ left: number; card?: string }>;
  prepare(person: number, words: CardWords): Promise<string>;
  change(card: string, words: CardWords, key?: string): Promise<{ v: number }>;
  share(
    user: UserId,
    card: string,
    chats: readonly ChatId[],
    more?: Partial<RequestInput<'app.share'>>,
  ): Promise<{ sent: number }>;
}

/** Publishes an app and plays its server. */
export async function startAppServer(
  world: ChatWorld,
  scopes: readonly AppScope[] = ['profile', 'write', 'share', 'storage'],
  more: Partial<AppManifest> = {},
): Promise<AppServer> {
  const [maker, admin] = [await world.person('maker'), await world.person('admin')];
  await makeAdmin(world, admin);
  const { app, token } = await publishNew(world, maker, admin, manifestOf(more, scopes));
  const context = world.nodes[0]?.context as ServiceContext;
  const run = async <T>(running: Promise<T>): Promise<T> => {
    await world.drive([running]);
    await world.wait(500);
    return running;
  };
  const call = (key: string = randomUUID()): AppCall => ({
    app,
    key,
    hash: createHash('sha256').update(key).digest('hex'),
  });
  return {
    ...{ app, maker, admin, token, call },
    async meet(user, given) {
      const { data } = await world.ask(user, 'app.launch', { app, op: newOp(), ...given });
      return { person: (await verifyInitData(context, app, data)).person, data };
    },
    answer: (user, scope, allow = true) => world.ask(user, 'app.answer', { app, scope, allow, op: newOp() }),
    send: (person, text, { card, isSilent = false, key } = {}) =>
      run(sendServiceMessage(context, { ...call(key), person, text, card, isSilent })),
    prepare: async (person, words) => (await run(world.storage.run('prepareCard', { ...call(), person, words }))).id,
    change: (card, words, key) => run(changeCard(context, { ...call(key), card, words })),
    share: (user, card, chats, given) =>
      run(world.ask(user, 'app.share', { app, card, chats: [...chats], op: newOp(), ...given })),
  };
}
