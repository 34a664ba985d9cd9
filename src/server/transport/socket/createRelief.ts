import type { ConnectionId } from '#server/live/connection.ts';
import type { LoadLevel } from '#server/transport/loadGuard.ts';

/** What the relief sees and does. */
export interface ReliefPorts {
  level(): LoadLevel;
  /** Connections whose tab is in the background, the oldest first. */
  hidden(): readonly ConnectionId[];
  /** Tells a connection to go elsewhere. */
  sendAway(connection: ConnectionId): void;
}

/** Part of the hidden connections that goes at a time. */
const share = 0.1;
/** Looks, one second apart, between two such times: those who were sent away take as long to go. */
const pauseLooks = 10;

/**
 * Answers a look at the load, to be taken once a second. At the highest level a tenth of the connections that nobody looks at is sent away, and the next tenth
 * ten seconds later. Whoever was here longest goes first: who comes back is the youngest, so that it is everybody's turn once.
 */
export function createRelief(ports: ReliefPorts): () => void {
  let told = new Set<ConnectionId>();
  let wait = 0;
  return () => {
    if (wait > 0) wait -= 1;
    if (ports.level() < 3 || wait > 0) return;
    wait = pauseLooks;
    const hidden = ports.hidden();
    // Who does not follow is not told twice; the others are still too many.
    told = new Set(hidden.filter((id) => told.has(id)));
    const staying = hidden.filter((id) => !told.has(id));
    for (const id of staying.slice(0, Math.ceil(staying.length * share))) {
      told.add(id);
      ports.sendAway(id);
    }
  };
}
