import type { Core } from './createCore.ts';
import { readOnly } from './readOnly.ts';

/** `WebApp.LocationManager`. */
export interface LocationManager {
  readonly isInited: boolean;
  readonly isLocationAvailable: boolean;
  readonly isAccessRequested: boolean;
  readonly isAccessGranted: boolean;
  init(callback?: unknown): LocationManager;
  getLocation(callback?: unknown): LocationManager;
  openSettings(): LocationManager;
}

/** Numbers of a place; the ones that nobody measured are null. */
const placeFields = [
  ...['latitude', 'longitude', 'altitude', 'course', 'speed'],
  ...['horizontal_accuracy', 'vertical_accuracy', 'course_accuracy', 'speed_accuracy'],
];

/** Makes the {@link LocationManager}. */
export function createLocationManager(core: Core): LocationManager {
  const state = { isInited: false, isLocationAvailable: false, isAccessRequested: false, isAccessGranted: false };
  const waiting = { init: [] as unknown[], place: [] as unknown[] };
  const answer = (which: 'init' | 'place', value: unknown) => {
    const callbacks = waiting[which];
    waiting[which] = [];
    for (const callback of callbacks) if (typeof callback === 'function') callback(value);
  };
  core.hear('location_checked', (fields) => {
    state.isLocationAvailable = fields['available'] === true;
    state.isAccessRequested = state.isLocationAvailable && fields['access_requested'] === true;
    state.isAccessGranted = state.isLocationAvailable && fields['access_granted'] === true;
    state.isInited = true;
    answer('init', true);
    core.emit('locationManagerUpdated');
  });
  core.hear('location_requested', (fields) => {
    const isKnown = fields['available'] === true;
    const place = isKnown ? Object.fromEntries(placeFields.map((name) => [name, fields[name] ?? null])) : null;
    if (isKnown) Object.assign(state, { isAccessRequested: true, isAccessGranted: true });
    answer('place', place);
    core.emit('locationRequested', { locationData: place });
  });
  const demandInit = () => {
    core.demand('8.0', 'LocationManager');
    if (!state.isInited) core.refuse('WebAppLocationManagerNotInited', 'Call LocationManager.init first.');
  };
  const methods = {
    init(callback?: unknown) {
      core.demand('8.0', 'LocationManager');
      waiting.init.push(callback);
      core.post('web_app_check_location');
      return manager;
    },
    getLocation(callback?: unknown) {
      demandInit();
      waiting.place.push(callback);
      core.post('web_app_request_location');
      return manager;
    },
    openSettings() {
      demandInit();
      core.post('web_app_open_location_settings');
      return manager;
    },
  };
  const manager = Object.defineProperties(methods, readOnly(state)) as LocationManager;
  return manager;
}
