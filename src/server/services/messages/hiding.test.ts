import { afterEach, expect, it } from 'vitest';
import type { Hidden } from '#protocol/entities/hidden.ts';
import type { ChatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { codeOf, connectPeople, makeGroup, perform, say, settlePeople, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';

let world: ChatWorld;
afterEach(() => world.close());

type People = [ChatPerson, ChatPerson, ChatPerson];

async function start(): Promise<{ people: People; c: ChatId }> {
  world = await createChatWorld();
  const people = (await connectPeople(world, ['ana', 'ben', 'eva'])) as People;
  return { people, c: await makeGroup(world, people.slice(0, 2)) };
}
const hide = (person: ChatPerson, c: ChatId, seqs: number[], op = newOp()) =>
  perform(person, 'message.hide', { c, seqs, op });
const fill = writeUnit(async (tx, { user }: { user: number }) => {
  for (let n = 0; n < limits.hiddenMax; n += 1)
    await tx.sql('INSERT INTO hidden_messages (user_id, chat_id, seq, urev) VALUES (?, 1, ?, 0)', [user, n]);
});
/** What a device that knows everything up to `u` is told. */
const hiddenSince = async ({ client }: ChatPerson, u: number): Promise<Hidden[] | undefined> =>
  (await client.ask('sync.open', { u, have: [] })).user.hidden;
const told = ({ packets }: ChatClient): unknown[] =>
  packets.flatMap((packet) =>
    packet.t === 'signal' && packet.signal.name === 'ue' ? [packet.signal.data.set.hidden] : [],
  );

it('reaches my other devices, those that are here and those that come later, and nobody else', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const second = chatClient(world, ben.id);
  await second.open();
  const [one, two] = [await say(ana, c, 'one'), await say(ana, c, 'two')];
  const { u } = await hide(ben, c, [two, one]);
  expect(told(second).at(-1)).toEqual([[c, [one, two]]]);
  expect(await hiddenSince(ben, 0)).toEqual([[c, [one, two]]]);
  expect(await hiddenSince(ben, u)).toBeUndefined();
  expect(await hiddenSince(ana, 0)).toEqual([]);
});

it('changes nothing of the chat: its numbers, its rows and what is unread stay', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const s = await say(ana, c, 'one');
  await say(ana, c, 'two');
  await hide(ben, c, [s]);
  expect(ben.client.chats.get(c)?.chat.unread).toBe(2);
  const { rows } = await ben.client.ask('messages.get', { c, seqs: [s] });
  expect(rows[0]?.b).toEqual({ x: 'one' });
  await settlePeople(world, people);
});

it('is done once per op, and again without harm', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const s = await say(ana, c, 'one');
  const op = newOp();
  const first = await hide(ben, c, [s], op);
  expect(await hide(ben, c, [s], op)).toEqual(first);
  await hide(ben, c, [s]);
  expect(await hiddenSince(ben, 0)).toEqual([[c, [s]]]);
});

it('leaves out what I do not see, and refuses strangers', async () => {
  const { people, c } = await start();
  const [ana, ben, eva] = people;
  const s = await say(ana, c, 'one');
  expect(await codeOf(hide(eva, c, [s]))).toBe('NOT_MEMBER');
  await perform(ana, 'chat.invite', { c, users: [eva.id], op: newOp() });
  await hide(ben, c, [99_999]);
  expect(await hiddenSince(ben, 0)).toEqual([]);
});

it('ends at ten thousand', async () => {
  const { people, c } = await start();
  const [ana, ben] = people;
  const s = await say(ana, c, 'one');
  await world.storage.runUnit(fill, { user: ben.id });
  expect(await codeOf(hide(ben, c, [s]))).toBe('FULL');
});
