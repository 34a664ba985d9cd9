import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { seededRandom, type SeededRandom } from '#base/seededRandom.ts';
import type { Delta } from '#protocol/entities/chat.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { doors } from '#protocol/handshake.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { Ack } from '#protocol/errors.ts';
import { protocolVersion } from '#protocol/version.ts';
import { accessTokenMs } from '#server/services/accounts/accessTokens.ts';
import { enterAs } from '#server/services/accounts/logIn.ts';
import type { RunningServer } from '#server/main.ts';
import { demoIds, type DemoIds } from './demoIds.ts';
import { demoPeople, type DemoPerson } from './demoPeople.ts';
import { demoReactions, demoTexts } from './demoTexts.ts';

/** Time from a message to being read, and from being read to typing, ms. */
const readAfterMs = 1_200;
/** How often somebody in a group answers a message that is not a 1:1 one. */
const groupAnswerShare = 0.25;

/**
 * Makes some people of the demo answer by themselves, so that one person alone sees life: they read, type and write through the same socket and requests as
 * any client. Call the answer to stop.
 */
export async function startDemoLife(
  running: RunningServer,
  users: readonly UserId[],
  seed: number,
): Promise<() => void> {
  const bots = demoPeople.flatMap((person, index) =>
    person.answers === undefined ? [] : [{ person, userId: users[index] as UserId, index }],
  );
  const quiet = new Set(bots.map(({ userId }) => Number(userId)));
  const stops = await Promise.all(
    bots.map(({ person, userId, index }) =>
      startAnswering(running, { person, userId, quiet, random: seededRandom(seed + index) }),
    ),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

interface InhabitantParts {
  socket: Socket;
  person: DemoPerson;
  userId: UserId;
  /** inhabitants do not answer each other, or they would talk for ever */
  quiet: ReadonlySet<number>;
  random: SeededRandom;
}

/** One inhabitant who answers. */
class Inhabitant {
  readonly #socket: Socket;
  readonly #person: DemoPerson;
  readonly #quiet: ReadonlySet<number>;
  readonly #random: SeededRandom;
  readonly #ids: DemoIds;
  readonly #kinds = new Map<ChatId, number>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor({ socket, person, quiet, random }: InhabitantParts) {
    this.#socket = socket;
    this.#person = person;
    this.#quiet = quiet;
    this.#random = random;
    this.#ids = demoIds(random);
    socket.on(doors.signal, (name: string) => {
      if (name === 'hello') void this.#enter();
    });
    socket.on(doors.delta, (deltas: Delta[]) => {
      for (const delta of deltas) this.#hear(delta);
    });
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#socket.disconnect();
  }

  async #enter(): Promise<void> {
    const answer = await this.#ask('sync.open', { u: 0, have: [] });
    if (!answer.ok) return;
    for (const { h, meta } of answer.data.heads) if (meta) this.#kinds.set(h.c, meta.kind);
  }

  #hear(delta: Delta): void {
    const heard = delta.rows?.findLast((row) => row.n !== undefined && row.s > delta.a && row.del === undefined);
    if (!heard || this.#quiet.has(heard.u)) return;
    const isDirect = (this.#kinds.get(delta.c) ?? chatKind.dm) === chatKind.dm;
    this.#later(readAfterMs, () => void this.#ask('read.mark', { items: [[delta.c, heard.s]] }));
    if (!isDirect && this.#random.float() > groupAnswerShare) return;
    this.#answer(delta.c, heard.s);
  }

  #answer(c: ChatId, s: number): void {
    if (this.#random.float() < 0.2) {
      this.#later(
        readAfterMs + 600,
        () => void this.#ask('message.react', { c, s, e: this.#random.pick(demoReactions), op: this.#ids.uuid() }),
      );
      return;
    }
    const typingMs = (this.#person.answers ?? 3) * 1_000;
    this.#later(readAfterMs + 400, () => this.#socket.emit(doors.signal, 'typing', { c }));
    this.#later(readAfterMs + 400 + typingMs, () => {
      const text = this.#random.pick(demoTexts[this.#person.language]);
      void this.#ask('message.send', { c, items: [{ i: this.#ids.uuid(), k: 1, b: { x: text } }] });
    });
  }

  #later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
  }

  #ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Ack<RequestOutput<Name>>> {
    return new Promise((resolve) => this.#socket.emit(doors.request, name, input, resolve));
  }
}

/** Logs an inhabitant in and keeps the connection: a fresh token at each connect and before the old one ends. */
async function startAnswering(
  running: RunningServer,
  inhabitant: Omit<InhabitantParts, 'socket'>,
): Promise<() => void> {
  const { accessTokens } = running.tools;
  const visitor = { ip: '127.0.0.1', userAgent: null };
  const { grant } = await enterAs(running.context, running.tools, visitor, inhabitant.userId, 'Inhabitant');
  const claims = await accessTokens.verify(grant.token);
  const freshToken = async () => (await accessTokens.issue(claims)).token;
  const hello = { device: grant.deviceId, epoch: 1, proto: protocolVersion, app: 'demo', vis: 1 } as const;
  const socket = io(`http://127.0.0.1:${running.port}`, {
    transports: ['websocket'],
    extraHeaders: { origin: running.url },
    auth: (give) => void freshToken().then((token) => give({ ...hello, token, conn: randomUUID() })),
  });
  const renewal = setInterval(() => {
    void freshToken().then((token) => socket.emit(doors.request, 'auth.renew', { token }, () => undefined));
  }, accessTokenMs / 2);
  const living = new Inhabitant({ ...inhabitant, socket });
  return () => {
    clearInterval(renewal);
    living.stop();
  };
}
