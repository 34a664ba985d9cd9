import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from './startError.ts';

/** Listening addresses of one server. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Makes a server listen on several addresses with one port. The first address gets the server itself; further ones pass their requests and
 * upgrades on to it. Throws StartError when the port cannot be had; an address of a family that the machine lacks is left out.
 */
export async function listenOn(server: Server, hosts: readonly string[], port: number): Promise<Listening> {
  const open: Server[] = [];
  const close = async () => {
    await Promise.all(open.map((one) => new Promise<void>((done) => one.close(() => done()))));
  };
  let chosen = port;
  try {
    for (const host of hosts) {
      const one = open.length === 0 ? server : forwardTo(server);
      if (!(await listen(one, host, chosen))) continue;
      open.push(one);
      chosen = (one.address() as AddressInfo).port;
    }
  } catch (error) {
    await close();
    throw error;
  }
  if (open.length === 0)
    throw new StartError(`None of the addresses ${hosts.join(', ')} exists on this machine (HOST).`);
  return { port: chosen, close };
}

function forwardTo(server: Server): Server {
  const extra = createServer((request, response) => void server.emit('request', request, response));
  extra.on('upgrade', (request, socket, head) => void server.emit('upgrade', request, socket, head));
  return extra;
}

/** False: the machine does not have this address. */
async function listen(server: Server, host: string, port: number): Promise<boolean> {
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    server.once('error', done);
    server.listen({ host, port }, () => {
      server.off('error', done);
      done(undefined);
    });
  });
  if (!failure) return true;
  if (failure.code === 'EADDRNOTAVAIL' || failure.code === 'EAFNOSUPPORT') return false;
  throw new StartError(toSentence(failure, host, port), failure);
}

function toSentence(failure: NodeJS.ErrnoException, host: string, port: number): string {
  if (failure.code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with PORT.`;
  }
  if (failure.code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023 with PORT.`;
  return `Cannot listen on ${host}, port ${port}: ${failure.message}`;
}
