import type { BridgeMethod } from '#protocol/bridge.ts';
import type { Core } from './createCore.ts';
import type { SensorKind } from './sensorKinds.ts';

/** `WebApp.Accelerometer` and its like: what was measured last, under the names of its fields. */
export interface Sensor {
  readonly isStarted: boolean;
  start(params?: unknown, callback?: unknown): Sensor;
  stop(callback?: unknown): Sensor;
}

/** Makes one sensor. Callbacks hear whether it did what was asked. */
export function createSensor(core: Core, kind: SensorKind): Sensor {
  let isStarted = false;
  const measured: Record<string, unknown> = Object.fromEntries(
    kind.fields.map((field) => [field, field === 'absolute' ? false : null]),
  );
  const waiting = { start: [] as unknown[], stop: [] as unknown[] };
  const answer = (which: 'start' | 'stop', isDone: boolean) => {
    const callbacks = waiting[which];
    waiting[which] = [];
    for (const callback of callbacks) if (typeof callback === 'function') callback(isDone);
  };
  core.hear(`${kind.wire}_started`, () => {
    isStarted = true;
    answer('start', true);
    core.emit(`${kind.event}Started`);
  });
  core.hear(`${kind.wire}_stopped`, () => {
    isStarted = false;
    answer('stop', true);
    core.emit(`${kind.event}Stopped`);
  });
  core.hear(`${kind.wire}_changed`, (fields) => {
    for (const field of kind.fields) if (fields[field] !== undefined) measured[field] = fields[field];
    core.emit(`${kind.event}Changed`);
  });
  core.hear(`${kind.wire}_failed`, ({ error }) => {
    answer('start', false);
    core.emit(`${kind.event}Failed`, { error });
  });
  const sensor = {
    get isStarted() {
      return isStarted;
    },
    start(params?: unknown, callback?: unknown) {
      core.demand('8.0', kind.name);
      waiting.start.push(callback);
      core.post(`web_app_start_${kind.wire}` satisfies BridgeMethod, readSensorParams(params));
      return sensor;
    },
    stop(callback?: unknown) {
      core.demand('8.0', kind.name);
      waiting.stop.push(callback);
      core.post(`web_app_stop_${kind.wire}` satisfies BridgeMethod);
      return sensor;
    },
  } as Sensor;
  for (const field of kind.fields)
    Object.defineProperty(sensor, field, { get: () => measured[field], enumerable: true });
  return sensor;
}

/** How often, ms between 20 and 1,000, and for directions whether they are those of a compass. */
function readSensorParams(params: unknown): { refresh_rate: number; need_absolute?: boolean } {
  const { refresh_rate: rate, need_absolute: isAbsolute } = (params ?? {}) as Record<string, unknown>;
  const given = Number(rate);
  const wanted =
    Number.isFinite(given) && rate !== undefined ? Math.min(1_000, Math.max(20, Math.round(given))) : 1_000;
  return { refresh_rate: wanted, ...(isAbsolute === undefined ? {} : { need_absolute: Boolean(isAbsolute) }) };
}
