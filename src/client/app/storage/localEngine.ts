import { socketTransport } from '#client/adapters/socket/socketTransport.ts';
import { runEngine } from '#sync/engine.ts';
import type { EngineEnd } from '#sync/engineContext.ts';
import type { EnginePorts } from '#sync/ports.ts';

/** Runs the engine in this tab's own thread: rows that only this tab has are of no use to a worker. */
export function runLocalEngine(
  ports: Omit<EnginePorts, 'transport'>,
  epoch: number,
  lost: Promise<void>,
): Promise<EngineEnd> {
  return runEngine({ ...ports, transport: socketTransport(ports.log) }, epoch, lost);
}
