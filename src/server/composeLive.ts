import { AppError } from '#protocol/errors.ts';
import { requests } from '#protocol/requests.ts';
import type { DeliveryPort } from './live/deliveryPort.ts';
import type { LiveDoor } from './live/liveDoor.ts';
import type { LivePort } from './live/livePort.ts';
import type { ChatRequest } from './services/handlers.ts';
import type { Handlers } from './services/serviceContext.ts';
import type { OpenedStorage } from './storage/openedStorage.ts';
import type { Log } from './transport/log.ts';

/** The live part and the handlers that belong to it. */
export interface ComposedLive {
  readonly port: LivePort;
  readonly door: LiveDoor;
  readonly chatHandlers: Handlers<ChatRequest>;
}

export function composeLive(_parts: { storage: OpenedStorage; delivery: DeliveryPort; log: Log; now: () => number }): ComposedLive {
  const delivery = _parts.delivery;
  const conns = new Map<string, {id: string; deviceId: string}>();
  const pass = () => undefined;
  const refuse = () => Promise.reject(new AppError('UNAVAILABLE'));
  return {
    port: { publishDelta: pass, publishUser: pass, heal: pass, revokeDevices: (_u, ds) => { for (const c of conns.values()) if (ds.some((d) => d === c.deviceId)) delivery.kick(c.id, 'REVOKED'); } },
    door: { onConnect: (c) => void conns.set(c.id, c), onDisconnect: (id) => void conns.delete(id), onTyping: pass, start: pass, stop: () => Promise.resolve() },
    chatHandlers: Object.fromEntries(Object.values(requests).map((r) => [r.name, refuse])) as unknown as Handlers<ChatRequest>,
  };
}
