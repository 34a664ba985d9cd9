import { createAccessTokens } from '#server/services/accounts/accessTokens.ts';
import type { SeededPerson } from '#bench/shared/seedWorld.ts';
import { openWire, type Wire } from './openWire.ts';
import type { SwarmCounts, SwarmOrder } from './SwarmMessages.ts';

/** Connected clients that count what reaches them. */
export interface Swarm {
  begin(): void;
  end(): SwarmCounts;
}

/** The time of sending stands in the text, so that no clock but the machine's is needed. */
const sentAt = /"b":\{"x":"(?:[^"]*)@(\d+(?:\.\d+)?)@/g;
const readEveryMs = 1_000;

/** Connects everybody of the order; rejects when one of them cannot come in. */
export async function createSwarm(order: SwarmOrder): Promise<Swarm> {
  let counts = empty();
  let quietSockets = 0;
  const tokens = createAccessTokens(Buffer.from(order.secret, 'base64'), Date.now);
  const connect = async (person: SeededPerson, index: number): Promise<void> => {
    const isViewer = index < order.viewers;
    if (!isViewer) quietSockets += 1;
    const { userId, deviceId, sessionId } = person;
    const { token } = await tokens.issue({ userId, deviceId, sessionId });
    const reader = { last: 0, isPlanned: false };
    // What is heard before the wire is ready was not written for this run.
    const ready: { wire?: Wire } = {};
    ready.wire = await openWire(order, { token, device: deviceId, isViewer }, (text) => {
      if (!isViewer) {
        counts.quietBytes += Buffer.byteLength(text);
        return;
      }
      if (text.includes('"rc"')) counts.receipts += 1;
      const at = now();
      for (const [, sent] of text.matchAll(sentAt)) {
        counts.arrived += 1;
        counts.latencies.push(at - Number(sent));
      }
      if (order.readsAll && ready.wire) readOn(ready.wire, order, reader, text);
    });
  };
  for (let from = 0; from < order.people.length; from += order.atOnce)
    await Promise.all(
      order.people.slice(from, from + order.atOnce).map((person, index) => connect(person, from + index)),
    );
  return {
    begin: () => void (counts = empty()),
    end: () => ({ ...counts, quietSockets }),
  };
}

/** Reports the newest message as read, at most once a second. */
function readOn(wire: Wire, { c }: SwarmOrder, reader: { last: number; isPlanned: boolean }, text: string): void {
  for (const [, seq] of text.matchAll(/"s":(\d+),"r"/g)) reader.last = Math.max(reader.last, Number(seq));
  if (reader.isPlanned || reader.last === 0) return;
  reader.isPlanned = true;
  setTimeout(() => {
    reader.isPlanned = false;
    wire.request('read.mark', { items: [[c, reader.last]] });
  }, readEveryMs);
}

const empty = (): SwarmCounts => ({ latencies: [], quietBytes: 0, quietSockets: 0, receipts: 0, arrived: 0 });

/** Wall clock with fractions, ms: the same in every process of the machine. */
const now = (): number => performance.timeOrigin + performance.now();
