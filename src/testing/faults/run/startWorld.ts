import { join } from 'node:path';
import { TcpProxy } from '#testing/tcpProxy.ts';
import type { DeviceSpec } from '../client/clientSpec.ts';
import { findFreePort } from '#testing/findFreePort.ts';
import { clientProcess, type ClientProcess } from './clientProcess.ts';
import { createPeople } from './createPeople.ts';
import { serverKeeper, type ServerKeeper } from './serverKeeper.ts';

/** A server, its clients and the lines between them, by number of the device. */
export interface FaultWorld {
  server: ServerKeeper;
  lines: TcpProxy[];
  clients: ClientProcess[];
  devices: DeviceSpec[];
}

/** Processes that share the clients; the devices of one person are never together, because a browser has one database for each person. */
const processCount = 3;

/** Starts everything. What was started before a failure is ended again. */
export async function startWorld(options: {
  folder: string;
  clients: number;
  rate: number;
  seed: number;
  float: () => number;
}): Promise<FaultWorld> {
  const { folder } = options;
  const place = { port: await findFreePort(), dataDir: join(folder, 'data'), logPath: join(folder, 'server.log') };
  const world: FaultWorld = { server: await serverKeeper(place), lines: [], clients: [], devices: [] };
  try {
    const bare = await createPeople(`http://127.0.0.1:${place.port}`, options);
    for (const device of bare) {
      const line = new TcpProxy(place.port);
      world.lines.push(line);
      world.devices.push({ ...device, origin: `http://127.0.0.1:${await line.listen()}` });
    }
    for (const [at, devices] of spread(world.devices).entries()) {
      const rate = (options.rate * devices.length) / bare.length;
      const spec = { folder, name: `client${at}`, devices, rate, seed: options.seed, isMortal: at === 0 };
      world.clients.push(await clientProcess(spec));
    }
    return world;
  } catch (error) {
    await abandonWorld(world);
    throw error;
  }
}

/** Ends everything at once, however it stands. */
export async function abandonWorld({ server, lines, clients }: FaultWorld): Promise<void> {
  await Promise.all(clients.map((client) => client.kill()));
  await server.abandon();
  await Promise.all(lines.map((line) => line.close()));
}

function spread(devices: readonly DeviceSpec[]): DeviceSpec[][] {
  const groups: DeviceSpec[][] = Array.from({ length: processCount }, () => []);
  for (const [at, device] of devices.entries()) {
    const isSecond = devices[at - 1]?.user === device.user;
    // The first process may be killed and writes everything to disk: it gets the smaller part.
    groups[isSecond ? 0 : 1 + (at % 2)]?.push(device);
  }
  return groups;
}
