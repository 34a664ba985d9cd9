import { startEngineWorker, type EngineWorker } from '#client/adapters/worker/engineWorker.ts';
import type { EngineOrder } from '#client/adapters/worker/engineWorkerMessages.ts';
import type { Account } from '#protocol/entities/user.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { EngineStatus } from '#sync/changes.ts';
import { leadership, type EngineRun } from '#sync/leadership.ts';
import type { LeadPorts, Surroundings } from '#sync/ports.ts';
import type { LocalEnginePorts } from './storage/localEngine.ts';
import { watchLeader, type LeaderWatch } from '#sync/watchLeader.ts';

/** What the host of a tab's engine stands on. */
export interface EngineHostDeps extends Omit<LeadPorts, 'userId'> {
  surroundings: Surroundings;
  order: Omit<EngineOrder, 'epoch' | 'isVisible' | 'isOnline' | 'grant'>;
  /** of the login that has just happened; used once */
  grant: SessionGrant | undefined;
  onAccount(account: Account): void;
  /** the last status that this tab has heard */
  status(): EngineStatus;
  /** what an engine in this tab's own thread stands on; undefined as long as it belongs into a worker */
  inTab(): LocalEnginePorts | undefined;
}

/** The engine of this tab, as long as it leads. */
export interface EngineHost {
  start(): void;
  /** Says goodbye to the server first. Resolves when nothing of it runs any more, which takes a second at most. */
  stop(): Promise<void>;
  /** Lets go of everything at once, before the page is put away. */
  kill(): void;
  /** Ends the worker and the wait for the lead of the browser: from now on the engine runs where `inTab` says, for this tab alone. */
  moveHere(): void;
  /** Whether this tab leads now. */
  isLeading(): boolean;
}

/** Waits for this tab's turn to lead, and runs the engine in a worker meanwhile. */
export function engineHost(deps: EngineHostDeps): EngineHost {
  const worker = workerEngine(deps);
  const run: EngineRun = async (epoch, lost) => {
    const ports = deps.inTab();
    if (!ports) return worker.run(epoch, lost);
    return (await import('./storage/localEngine.ts')).runLocalEngine(ports, epoch, lost);
  };
  const { userId } = deps.order;
  let engine = leadership({ ...deps, userId }, run);
  let isStarted = false;
  let watch: LeaderWatch | undefined;
  const unwatch = (): void => {
    watch?.stop();
    watch = undefined;
  };
  return {
    start() {
      isStarted = true;
      engine.start();
      if (!deps.inTab()) watch ??= watchLeader(deps, engine);
    },
    async stop() {
      isStarted = false;
      unwatch();
      await engine.stop();
    },
    kill() {
      isStarted = false;
      unwatch();
      if (worker.kill()) announceLoss(deps);
      void engine.stop();
    },
    moveHere() {
      // There is no turn to wait for any more, and no other tab whose engine would be of use here.
      unwatch();
      worker.kill();
      void engine.stop();
      engine = leadership({ ...deps, userId, isLone: true }, run);
      if (isStarted) engine.start();
    },
    isLeading: () => engine.isLeading(),
  };
}

/** Runs engines in workers, one at a time. `kill` answers whether there was one. */
function workerEngine(deps: EngineHostDeps): { run: EngineRun; kill(): boolean } {
  let running: EngineWorker | undefined;
  let { grant } = deps;
  return {
    async run(epoch, lost) {
      const around = { isVisible: deps.surroundings.isVisible(), isOnline: deps.surroundings.isOnline() };
      const order = { ...deps.order, ...around, epoch, ...(grant ? { grant } : {}) };
      grant = undefined;
      const worker = startEngineWorker({ ...deps, spawn }, order);
      running = worker;
      void lost.then(() => worker.stop());
      // Until the engine can answer for itself, which takes a while on a slow device, this tab does.
      const stopAnswering = answerPings(deps);
      void worker.ready.then(stopAnswering);
      const end = await worker.ended;
      stopAnswering();
      if (running === worker) running = undefined;
      // It could not say so itself.
      if (end === 'crashed') announceLoss(deps);
      return end;
    },
    kill() {
      const killed = running;
      running = undefined;
      killed?.kill();
      return killed !== undefined;
    },
  };
}

function answerPings({ line }: EngineHostDeps): () => void {
  return line.onCall((call) => {
    if (call.t === 'ping') line.announce({ t: 'pong' });
  });
}

function spawn(): Worker {
  return new Worker(new URL('../engine.worker.ts', import.meta.url), { type: 'module', name: 'kabar-engine' });
}

/** Nobody is connected now; whoever leads next says more. */
function announceLoss({ line, clock, status }: EngineHostDeps): void {
  const { clockOffset } = status();
  line.announce({ t: 'status', status: { phase: 'follower', clockOffset, downSince: clock.now() } });
}
