import type { ChatId } from '#protocol/ids.ts';
import type { RequestName, RequestOutput } from '#protocol/requests.ts';

type Revs = readonly (readonly [ChatId, number])[];

/** What one device was told of its own changes, and what it reads afterwards. */
export interface OwnWrites {
  /** A request begins; the answer is to be given what came of it. */
  begin(): (name: RequestName, input: unknown, output: unknown) => void;
}

/** P5: what was asked for after an answer to a change of this device knows of that change. `broken` gets what was wrong, in words. */
export function ownWrites(broken: (what: string) => void): OwnWrites {
  const made = new Map<ChatId, number>();
  return {
    begin() {
      const least = new Map(made);
      return (name, input, output) => {
        for (const [c, rev] of toldRevs(name, input, output))
          if (rev < (least.get(c) ?? 0))
            broken(`${name} is of rev ${rev} of chat ${c}, after ${least.get(c)} was told`);
        for (const [c, rev] of madeRevs(name, input, output)) made.set(c, Math.max(rev, made.get(c) ?? 0));
      };
    },
  };
}

const chatOf = (input: unknown): ChatId => (input as { c: ChatId }).c;

/** Which rev of which chat an answer to a reading is as of. */
function toldRevs(name: RequestName, input: unknown, output: unknown): Revs {
  if (name === 'history.get' || name === 'messages.get') return [[chatOf(input), (output as { rev: number }).rev]];
  if (name === 'sync.open')
    return (output as RequestOutput<'sync.open'>).heads.map(({ h }): [ChatId, number] => [h.c, h.rev]);
  if (name === 'sync.delta')
    return (output as RequestOutput<'sync.delta'>).items.flatMap((item): Revs =>
      'delta' in item ? [[item.delta.c, item.delta.head.rev]] : [],
    );
  return [];
}

/** The revs that changes of this device made, as it is told. */
function madeRevs(name: RequestName, input: unknown, output: unknown): Revs {
  if (name === 'message.send')
    return (output as RequestOutput<'message.send'>).items.flatMap((item): Revs =>
      'r' in item ? [[chatOf(input), item.r]] : [],
    );
  const isChange = [
    'message.edit',
    'message.unsend',
    'message.react',
    'message.vote',
    'chat.invite',
    'chat.kick',
    'chat.meta',
  ];
  return isChange.includes(name) ? [[chatOf(input), (output as { r: number }).r]] : [];
}
