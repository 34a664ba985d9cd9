import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { doors, type Handshake } from '#protocol/handshake.ts';
import { protocolVersion } from '#protocol/version.ts';
import { createAccessTokens } from '#server/services/accounts/accessTokens.ts';
import type { SeededPerson } from '#bench/shared/seedWorld.ts';

/** One client of the load: its socket and the chats it writes to in turn. */
export interface Sender {
  socket: Socket;
  chats: readonly number[];
  /** Position in `chats`. */
  turn: number;
}

const shared = { transports: ['websocket'], reconnection: false, autoConnect: false, forceNew: true };

async function opened(socket: Socket, isReady: Promise<unknown>): Promise<void> {
  const refused = new Promise<never>((_, reject) => socket.once('connect_error', reject));
  socket.connect();
  await Promise.race([isReady, refused]);
}

/** Connects people to Kabar as their browsers would: token, `hello`, `sync.open`, so that the server has put each into its rooms. */
export async function connectToKabar(
  url: string,
  secret: Uint8Array,
  people: readonly { person: SeededPerson; chats: readonly number[] }[],
): Promise<Sender[]> {
  const tokens = createAccessTokens(secret, Date.now);
  return Promise.all(
    people.map(async ({ person, chats }) => {
      const { userId, deviceId, sessionId } = person;
      const { token } = await tokens.issue({ userId, deviceId, sessionId });
      const auth: Handshake = {
        token,
        device: deviceId,
        epoch: 1,
        conn: randomUUID(),
        proto: protocolVersion,
        app: 'bench',
        vis: 1,
      };
      const socket = io(url.replace('localhost', '127.0.0.1'), { ...shared, auth, extraHeaders: { origin: url } });
      await opened(socket, new Promise((done) => socket.once(doors.signal, done)));
      const answer = (await socket.emitWithAck(doors.request, 'sync.open', { u: 0, have: [] })) as {
        ok: boolean;
        data: { heads: unknown[] };
      };
      if (!answer.ok || answer.data.heads.length !== chats.length)
        throw new Error(`sync.open: ${JSON.stringify(answer).slice(0, 300)}`);
      return { socket, chats, turn: 0 };
    }),
  );
}

/** Connects the same people to a floor server, which believes what it is told. */
export async function connectToFloor(
  port: number,
  people: readonly { person: SeededPerson; chats: readonly number[] }[],
): Promise<Sender[]> {
  return Promise.all(
    people.map(async ({ person, chats }) => {
      const socket = io(`http://127.0.0.1:${port}`, { ...shared, auth: { user: person.userId, chats } });
      await opened(socket, new Promise((done) => socket.once('connect', () => done(undefined))));
      return { socket, chats, turn: 0 };
    }),
  );
}
