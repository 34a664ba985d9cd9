import { setTimeout as pause } from 'node:timers/promises';
import type { TcpProxy } from '#testing/tcpProxy.ts';
import type { ClientProcess } from './clientProcess.ts';
import type { PlannedFault } from './planFaults.ts';
import type { FaultWorld } from './startWorld.ts';

/** A fault that has happened. Times in ms since 1970. */
export interface DoneFault {
  kind: PlannedFault['kind'];
  from: number;
  to: number;
  /** numbers of the devices that it met */
  devices: number[];
}

/** Does a fault and undoes it; resolves when it is over. */
export async function applyFault(world: FaultWorld, fault: PlannedFault): Promise<DoneFault> {
  const { server } = world;
  const { kind, forMs } = fault;
  const from = Date.now();
  const all = world.devices.map(({ d }) => d);
  const done = (devices: number[]): DoneFault => ({ kind, from, to: Date.now(), devices });
  switch (kind) {
    case 'serverKill':
      await server.kill(fault.chance);
      await pause(forMs);
      await server.start();
      return done(all);
    case 'serverStop':
      server.freeze();
      await pause(forMs);
      server.thaw();
      return done(all);
    case 'serverRestart':
      await server.stop();
      await server.start();
      return done(all);
    case 'clientKill':
    case 'clientStop':
      return done(await disturbClient(world, fault));
    default:
      return done(await disturbLines(world, { ...fault, kind }));
  }
}

async function disturbClient({ clients }: FaultWorld, { kind, forMs, chance }: PlannedFault): Promise<number[]> {
  const mortal = clients.filter(({ spec }) => spec.isMortal);
  const from = kind === 'clientKill' ? mortal : clients;
  const client = from[Math.floor(chance * from.length)] as ClientProcess;
  if (kind === 'clientKill') {
    await client.kill();
    await pause(forMs);
    await client.restart();
    client.send({ t: 'load', on: true });
  } else {
    client.freeze();
    await pause(forMs);
    client.thaw();
  }
  return client.spec.devices.map(({ d }) => d);
}

type LineFault = Omit<PlannedFault, 'kind'> & { kind: 'latency' | 'hole' | 'reset' | 'cutBytes' | 'bandwidth' };

async function disturbLines({ lines }: FaultWorld, fault: LineFault): Promise<number[]> {
  const { kind, forMs, share, chance } = fault;
  // Neighbours on the circle of devices: people of one group are among them as well as others.
  const first = Math.floor(chance * lines.length);
  const count = Math.max(1, Math.round(share * lines.length));
  const met = Array.from({ length: count }, (_, at) => (first + at) % lines.length);
  const each = (work: (line: TcpProxy, at: number) => void): void => {
    for (const at of met) work(lines[at] as TcpProxy, at);
  };
  if (kind === 'cutBytes') {
    each((line, at) => line.cutAfter(1 + ((at * 7_919 + Math.floor(chance * 4_000)) % 4_000)));
    return met;
  }
  if (kind === 'latency') each((line) => line.slow({ latencyMs: 50 + chance * 950 }));
  else if (kind === 'bandwidth') each((line) => line.slow({ bytesPerSecond: 1_000 + chance * 20_000 }));
  else if (kind === 'hole') each((line) => line.hole());
  else each((line) => line.cut());
  await pause(forMs);
  each((line) => line.heal());
  return met;
}
