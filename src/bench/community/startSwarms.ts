import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BenchScope } from '#bench/shared/runBench.ts';
import type { SwarmAnswer, SwarmCall, SwarmCounts, SwarmOrder } from './SwarmMessages.ts';

/** All clients of one server, in processes of their own. */
export interface Swarms {
  begin(): void;
  end(): Promise<SwarmCounts>;
  /** Ends the processes and with them the connections. */
  stop(): Promise<void>;
}

const processes = 2;

/** Connects everybody; viewers are spread over the processes. Rejects when somebody cannot come in. */
export async function startSwarms(scope: BenchScope, order: SwarmOrder): Promise<Swarms> {
  const children = await Promise.all(Array.from({ length: processes }, (_, index) => startOne(scope, order, index)));
  const tell = (call: SwarmCall): void => children.forEach((child) => child.send(call));
  return {
    begin: () => tell({ t: 'begin' }),
    async end() {
      const answers = children.map((child) => once(child, 'message') as Promise<[SwarmAnswer]>);
      tell({ t: 'end' });
      const parts = (await Promise.all(answers)).map(([answer]) => (answer as { counts: SwarmCounts }).counts);
      const sum = (part: Exclude<keyof SwarmCounts, 'latencies'>): number =>
        parts.reduce((total, counts) => total + counts[part], 0);
      return {
        latencies: parts.flatMap(({ latencies }) => latencies),
        quietBytes: sum('quietBytes'),
        quietSockets: sum('quietSockets'),
        receipts: sum('receipts'),
        arrived: sum('arrived'),
      };
    },
    stop: async () => void (await Promise.all(children.map(endOne))),
  };
}

async function startOne(scope: BenchScope, order: SwarmOrder, index: number): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'swarm.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    serialization: 'advanced',
  });
  scope.defer(() => endOne(child));
  const isMine = (_person: unknown, place: number): boolean => place % processes === index;
  const viewers = order.people.slice(0, order.viewers).filter(isMine);
  const quiet = order.people.slice(order.viewers).filter(isMine);
  child.send({
    t: 'order',
    order: { ...order, people: [...viewers, ...quiet], viewers: viewers.length },
  } satisfies SwarmCall);
  const died = once(child, 'exit').then(() => {
    throw new Error('a process of clients has ended');
  });
  const [answer] = (await Promise.race([once(child, 'message'), died])) as [SwarmAnswer];
  // Later its end is what was asked for.
  died.catch(() => undefined);
  if (answer.t === 'failed') throw new Error(answer.why);
  return child;
}

async function endOne(child: ChildProcess): Promise<void> {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
