import { AppError } from '#protocol/errors.ts';
import type { ChangeBatch, EngineStatus } from './changes.ts';
import type { EnginePorts, LocalStore, WriteTx } from './ports.ts';
import { publish } from './publish.ts';
import { createTimers } from './timers.ts';

/** Why an engine ended: asked to, lost its lease to another engine of this browser, or refused by the server for a too low epoch. */
export type EngineEnd = 'stopped' | 'fenced' | 'refused';

/** What every part of one running engine shares. It lives as long as the engine holds one epoch. */
export interface EngineContext {
  readonly ports: EnginePorts;
  readonly epoch: number;
  isStopped(): boolean;
  /** Ends the engine; the first reason counts. */
  end(why: EngineEnd): void;
  /** Runs when the engine ends. */
  onEnd(work: () => void): void;
  /** Resolves when the engine has ended. */
  readonly ended: Promise<EngineEnd>;
  /** One fenced transaction, announced to all tabs. A lost lease ends the engine and rejects with FENCED. */
  commit<T>(work: (tx: WriteTx) => Promise<T>): Promise<T>;
  read: LocalStore['read'];
  /** Hears what each transaction of this engine wrote, before whoever asked for it goes on: what is remembered about rows has to go with them. */
  onWritten(listener: (batch: ChangeBatch) => void): void;
  /** A timer that dies with the engine. */
  after(ms: number, work: () => void): () => void;
  /** Runs work that nobody waits for; its failure is logged. */
  spawn(what: string, work: () => Promise<unknown>): void;
  /** 0 ≤ x < ms */
  rand(ms: number): number;
  setStatus(change: Partial<EngineStatus>, drop?: readonly (keyof EngineStatus)[]): void;
  status(): EngineStatus;
}

/** Makes the context of one leadership. */
export function engineContext(ports: EnginePorts, epoch: number, clockOffset = 0): EngineContext {
  const { clock, line, log, random, store } = ports;
  const { promise: ended, resolve } = Promise.withResolvers<EngineEnd>();
  const onEnd: (() => void)[] = [];
  const onWritten: ((batch: ChangeBatch) => void)[] = [];
  const timers = createTimers(clock);
  let isOver = false;
  let status: EngineStatus = { phase: 'boot', clockOffset, downSince: clock.now() };

  const end = (why: EngineEnd): void => {
    if (isOver) return;
    isOver = true;
    timers.endAll();
    for (const work of onEnd) work();
    resolve(why);
  };
  return {
    ports,
    epoch,
    ended,
    isStopped: () => isOver,
    end,
    onEnd: (work) => void (isOver ? work() : onEnd.push(work)),
    async commit(work) {
      if (isOver) throw new AppError('FENCED', { message: 'the engine has ended' });
      try {
        return await publish(line, store.commit(work, { epoch }), (batch) => {
          for (const hear of onWritten) hear(batch);
        });
      } catch (error) {
        if (error instanceof AppError && error.code === 'FENCED') end('fenced');
        throw error;
      }
    },
    read: (tables, work) => store.read(tables, work),
    onWritten: (listener) => void onWritten.push(listener),
    after: timers.after,
    spawn(what, work) {
      work().catch((error: unknown) => {
        // After the end every commit is refused; that is the fence working, not a fault.
        if (!isOver) log.warn('engine task failed', { what, error: String(error) });
      });
    },
    rand: (ms) => random.float() * ms,
    status: () => status,
    setStatus(change, drop = []) {
      if (isOver) return;
      const next = withChange(status, change, drop);
      if (next === status) return;
      status = next;
      line.announce({ t: 'status', status });
    },
  };
}

/** The same object when nothing changes, so that nobody redraws for nothing. */
function withChange(
  status: EngineStatus,
  change: Partial<EngineStatus>,
  drop: readonly (keyof EngineStatus)[],
): EngineStatus {
  const next = { ...status, ...change };
  for (const field of drop) delete next[field];
  const fields = Object.keys({ ...status, ...next }) as (keyof EngineStatus)[];
  return fields.every((field) => status[field] === next[field]) ? status : next;
}
