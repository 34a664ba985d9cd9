import { AppError } from '#protocol/errors.ts';
import { createLive } from '#server/live/createLive.ts';
import type { DeliveryPort } from '#server/live/deliveryPort.ts';
import type { LiveDoor } from '#server/live/liveDoor.ts';
import type { LivePort } from '#server/live/livePort.ts';
import { systemClock } from '#server/live/systemClock.ts';
import { chatHandlers } from '#server/services/chatHandlers.ts';
import type { ChatRequest } from '#server/services/handlers.ts';
import type { Handlers } from '#server/services/serviceContext.ts';
import type { OpenedStorage } from '#server/storage/openedStorage.ts';
import type { LoadGuard } from '#server/transport/loadGuard.ts';
import type { Log } from '#server/transport/log.ts';

/** The live part and the handlers that belong to it. */
export interface ComposedLive {
  readonly port: LivePort;
  readonly door: LiveDoor;
  readonly chatHandlers: Handlers<ChatRequest>;
}

/** What the live part stands on. `now`: server clock, ms. */
export interface LiveGround {
  readonly storage: OpenedStorage;
  readonly delivery: DeliveryPort;
  readonly log: Log;
  readonly now: () => number;
  readonly load: LoadGuard;
}

/** Makes the live part of this process and names the handlers that need it. */
export function composeLive({ storage, delivery, log, now, load }: LiveGround): ComposedLive {
  const live = createLive({
    storage,
    delivery,
    clock: { ...systemClock, now },
    isLate: () => load.level() > 0,
    failed(what, error) {
      // A database that is away is reported by itself; here it only means a later try.
      if (error instanceof AppError) log.warn('live.retry', { what, code: error.code });
      else log.error('live.failed', error, { what });
    },
  });
  return { port: live, door: live, chatHandlers };
}
