import { randomUUID } from 'node:crypto';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestInput } from '#protocol/requests.ts';
import type { ChatPerson } from './chatPeople.ts';

type Item = RequestInput<'message.send'>['items'][number];
/** Where a forwarded message is, and whether its writer is named. */
export type ForwardTo = NonNullable<Item['fw']>;
/** What the server answered about one message: its place, or why it has none. */
export interface Sent {
  s?: number;
  n?: number;
  dup?: 1;
  code?: string;
  held?: 1;
  why?: { r: string; x?: string };
}

/** A message that forwards another one. */
export const forwardItem = (fw: ForwardTo, more: object = {}): Item =>
  ({ i: randomUUID(), k: 1, b: { x: 'copy' }, fw, ...more }) as unknown as Item;

/** Sends one message of any kind. */
export async function sendItem({ client }: ChatPerson, c: ChatId, item: Item): Promise<Sent> {
  const { items } = await client.ask('message.send', { c, items: [item] });
  return items[0] as Sent;
}
