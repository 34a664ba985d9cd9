import { createSwarm, type Swarm } from './createSwarm.ts';
import type { SwarmAnswer, SwarmCall } from './SwarmMessages.ts';

/* A process full of clients, so that they do not take their time from the server they measure. It obeys its parent and ends with it. */
const answer = (message: SwarmAnswer): void => void process.send?.(message);
let swarm: Swarm | undefined;

process.on('message', (call: SwarmCall) => {
  if (call.t === 'order') {
    createSwarm(call.order).then(
      (made) => {
        swarm = made;
        answer({ t: 'ready' });
      },
      (error: unknown) => answer({ t: 'failed', why: String(error) }),
    );
  } else if (call.t === 'begin') swarm?.begin();
  else answer({ t: 'counts', counts: swarm?.end() ?? { ...nothing } });
});
process.on('disconnect', () => process.exit(0));

const nothing = { latencies: [], quietBytes: 0, quietSockets: 0, receipts: 0, arrived: 0 };
