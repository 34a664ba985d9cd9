import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io as connectTo } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { doors } from '#protocol/handshake.ts';
import { createDelivery } from './deliver.ts';
import { patienceMs } from '#testing/patience.ts';

let close: () => Promise<void>;
afterEach(() => close());

/** One real connection, and what it has heard. */
async function stage() {
  const http = createServer();
  const io = new Server(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const client = connectTo(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, { transports: ['websocket'] });
  const heard: unknown[] = [];
  client.on(doors.signal, (name: string, data: { u?: number }) => heard.push([name, data]));
  await once(io, 'connection');
  const [id] = io.sockets.sockets.keys();
  close = async () => {
    client.disconnect();
    await io.close();
  };
  const delivery = createDelivery(io);
  /** Everything that was sent before this has arrived when it resolves. */
  const settle = () => io.timeout(patienceMs).emitWithAck('settle');
  client.on('settle', (done: () => void) => done());
  const tell = (target: Parameters<typeof delivery.emitSignal>[0], scope: 'all' | 'me') =>
    delivery.emitSignal(target, 'resync', { scope, in: 0 });
  return { delivery, id: id as string, heard, settle, tell };
}

describe('a connection that is left alone', () => {
  it('hears nothing, neither in its rooms nor for itself, and is back in the rooms of the present afterwards', async () => {
    const { delivery, id, heard, settle, tell } = await stage();
    delivery.join(id, 'kept');
    delivery.join(id, 'left');
    delivery.pause(id);
    expect([delivery.roomSize('kept'), delivery.roomSize('left')]).toEqual([0, 0]);
    delivery.leave(id, 'left');
    delivery.join(id, 'new');
    for (const room of ['kept', 'left', 'new']) tell({ room }, 'all');
    tell({ connection: id }, 'all');
    await settle();
    expect(heard).toEqual([]);
    expect(delivery.resume(id)).toBe(true);
    expect(['kept', 'left', 'new'].map((room) => delivery.roomSize(room))).toEqual([1, 0, 1]);
    tell({ room: 'new' }, 'me');
    tell({ connection: id }, 'me');
    await settle();
    expect(heard).toHaveLength(2);
    expect(delivery.resume(id)).toBe(false);
  });

  it('is forgotten with its end', async () => {
    const { delivery, id } = await stage();
    delivery.join(id, 'room');
    delivery.pause(id);
    delivery.forget(id);
    expect(delivery.resume(id)).toBe(false);
    expect(delivery.roomSize('room')).toBe(0);
  });
});
