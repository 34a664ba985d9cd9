import { between, type Action } from './scene.ts';

/** What becomes of lines and time. */
export const networkActions = {
  dropConnection: ({ device }) => device.network.cut(false),
  loseAnswers: ({ device }) => device.network.cut(true),
  goOffline({ device, tab }) {
    device.network.isUp = false;
    tab.surroundings.emit('offline');
  },
  online({ device, tab }) {
    device.network.isUp = true;
    device.network.release();
    tab.surroundings.emit('online');
  },
  halfOpen: ({ device }) => device.network.silence(),
  delayAcks({ device }) {
    device.network.isDeaf = !device.network.isDeaf;
    device.network.release();
  },
  duplicateRequest: (scene) => void (scene.device.network.repeats = between(scene, 1, 3)),
  fullLine({ device }) {
    device.network.isFull = !device.network.isFull;
  },
  slowConsumer({ device }) {
    device.network.isHeld = !device.network.isHeld;
    device.network.release();
  },
  async steps({ world, chance }) {
    for (let step = 0; step < 12; step += 1) {
      for (const { network: line } of world.devices) if (line.isHeld && line.isUp) line.step(chance());
      await world.clock.settle();
    }
  },
  advance: ({ world, pick }) => world.clock.advance(pick([1, 200, 200, 700, 700, 3_000, 9_000, 40_000]) ?? 1),
} satisfies Record<string, Action>;
