import { runEngine } from '#sync/engine.ts';
import { leadership, type Leadership } from '#sync/leadership.ts';
import type { EnginePorts, Locks } from '#sync/ports.ts';

/** An engine that runs where the test runs, instead of in a worker. */
export function localEngine(ports: EnginePorts & { locks: Locks }): Leadership {
  const { locks, session } = ports;
  return leadership({ ...ports, locks, userId: session.userId }, (epoch, lost) => runEngine(ports, epoch, lost));
}
