import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientReport, ClientSpec, FromClient, ToClient } from '../client/clientSpec.ts';

/** A process full of clients, seen from the run. */
export interface ClientProcess {
  readonly spec: ClientSpec;
  send(message: ToClient): void;
  report(isDeep: boolean): Promise<ClientReport>;
  freeze(): void;
  thaw(): void;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again on what its predecessor left. */
  restart(): Promise<void>;
  /** Lets it write down the state of its devices and end. Throws when it ends in another way. */
  end(): Promise<void>;
}

/** Starts a client process; resolves when its devices have begun. */
export async function clientProcess(spec: ClientSpec): Promise<ClientProcess> {
  const path = join(spec.folder, `${spec.name}.json`);
  writeFileSync(path, JSON.stringify(spec));
  let child = await begin(path);
  const send = (message: ToClient): void => void (child.connected && child.send(message));
  return {
    spec,
    send,
    async report(isDeep) {
      const heard = nextMessage(child, 'report');
      send({ t: 'report', isDeep });
      return (await heard).report;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: () => kill(child),
    async restart() {
      child = await begin(path);
    },
    async end() {
      const gone = once(child, 'exit');
      send({ t: 'end' });
      const [code] = (await gone) as [number | null];
      if (code !== 0) throw new Error(`client process ${spec.name} ended with ${code}`);
    },
  };
}

async function begin(path: string): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, '../client/clientMain.ts'), [path], {
    // What a test runner says about itself is not for the clients.
    env: { ...process.env, NODE_OPTIONS: '', VITEST: '' },
    execArgv: ['--max-old-space-size=8192'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await nextMessage(child, 'ready');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function nextMessage<T extends FromClient['t']>(child: ChildProcess, t: T): Promise<Extract<FromClient, { t: T }>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      child.off('message', hear);
      child.off('exit', fail);
    };
    const hear = (message: FromClient): void => {
      if (message.t !== t) return;
      stop();
      resolve(message as Extract<FromClient, { t: T }>);
    };
    const fail = (code: number | null, signal: string | null): void => {
      stop();
      reject(new Error(`a client process ended with ${code ?? signal} before it said ${t}`));
    };
    child.on('message', hear);
    child.once('exit', fail);
  });
}
