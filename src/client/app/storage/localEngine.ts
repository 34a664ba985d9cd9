import type { LocalBlobs } from '#client/adapters/media/localBlobs.ts';
import { tusUploads } from '#client/adapters/media/tusUploads.ts';
import { socketTransport } from '#client/adapters/socket/socketTransport.ts';
import { runEngine } from '#sync/engine.ts';
import type { EngineEnd } from '#sync/engineContext.ts';
import type { EnginePorts } from '#sync/ports.ts';

/** What an engine in the tab's own thread is made from. */
export type LocalEnginePorts = Omit<EnginePorts, 'transport' | 'uploads'> & {
  /** Rejects where their code cannot be had: then files wait. */
  loadBlobs(): Promise<LocalBlobs>;
};

/** Runs the engine in this tab's own thread: rows that only this tab has are of no use to a worker. */
export async function runLocalEngine(
  { loadBlobs, ...ports }: LocalEnginePorts,
  epoch: number,
  lost: Promise<void>,
): Promise<EngineEnd> {
  const { log, session } = ports;
  const blobs = await loadBlobs().catch((error: unknown) => log.warn('engine.noFiles', { error: String(error) }));
  const uploads = blobs ? { uploads: tusUploads({ blobs, session, log }) } : {};
  return runEngine({ ...ports, ...uploads, transport: socketTransport(log) }, epoch, lost);
}
