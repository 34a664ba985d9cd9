import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { Row, SystemBody } from '#protocol/entities/messages.ts';
import type { AppError } from '#protocol/errors.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import { chatClient, type ChatClient } from './chatClient.ts';
import { findBrokenInvariants } from './chatInvariants.ts';
import { newOp, type ChatWorld } from './chatWorld.ts';
import { verifyDeltas } from './verifyDeltas.ts';

/** Somebody of a test, with a device that is connected. */
export interface ChatPerson {
  id: UserId;
  client: ChatClient;
  world: ChatWorld;
}

/** A command of this person, and everything that follows from it: events of other people go on after its answer. */
export async function perform<Name extends RequestName>(
  { client, world }: ChatPerson,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = await client.ask(name, input);
  await world.wait(500);
  return answer;
}

/** People with a device each, in the order of their names. */
export async function connectPeople(world: ChatWorld, names: readonly string[]): Promise<ChatPerson[]> {
  const people: ChatPerson[] = [];
  for (const name of names) {
    const id = await world.person(name);
    const client = chatClient(world, id);
    await client.open();
    people.push({ id, client, world });
  }
  return people;
}

/** A group of these people; the first one makes it. All their devices hold it whole. */
export async function makeGroup(world: ChatWorld, people: readonly ChatPerson[], title = 'Group'): Promise<ChatId> {
  const [maker, ...others] = people;
  const users = others.map(({ id }) => id);
  const made = await maker?.client.ask('chat.create', { i: newOp(), kind: chatKind.group, title, users });
  const c = made?.chat.h.c as ChatId;
  await world.wait(0);
  for (const { client } of people) await client.loadAll(c);
  return c;
}

/** Sends one text; answers its seq. */
export async function say({ client }: ChatPerson, c: ChatId, x: string): Promise<number> {
  const { items } = await client.ask('message.send', { c, items: [{ i: toCid(randomUUID()), k: 1, b: { x } }] });
  const [item] = items;
  if (!item || !('s' in item)) throw new Error(`refused: ${JSON.stringify(item)}`);
  return item.s;
}

/** The code of a refusal with its waiting time, or "ok". */
export const codeOf = (running: Promise<unknown>): Promise<string> =>
  running.then(
    () => 'ok',
    (error: AppError) => error.code,
  );

/** What the lines of the system say, as this device holds them, oldest first. */
export function linesOf({ client }: ChatPerson, c: ChatId): SystemBody[] {
  const rows: Row[] = [...(client.chats.get(c)?.rows.values() ?? [])];
  return rows
    .filter(({ k }) => k === 2)
    .toSorted((one, other) => one.s - other.s)
    .map(({ b }) => b as SystemBody);
}

/** Everything is delivered; every device shows what a new one reads; the stored rows keep the rules. */
export async function settlePeople(world: ChatWorld, people: readonly ChatPerson[]): Promise<void> {
  const clients = people.map(({ client }) => client);
  await world.wait(3_000);
  for (const { actual, expected } of await verifyDeltas(world, clients)) expect(actual).toEqual(expected);
  expect(await findBrokenInvariants(world, clients)).toEqual([]);
  expect(world.failures).toEqual([]);
}
