import { toText } from '../wire/toText.ts';
import { createAsk } from './createAsk.ts';
import type { Core, EventFields } from './createCore.ts';
import { readOnly } from './readOnly.ts';

/** `WebApp.BiometricManager`. */
export interface BiometricManager {
  readonly isInited: boolean;
  readonly isBiometricAvailable: boolean;
  readonly isAccessRequested: boolean;
  readonly isAccessGranted: boolean;
  readonly isBiometricTokenSaved: boolean;
  readonly biometricType: string;
  readonly deviceId: string;
  init(callback?: unknown): BiometricManager;
  requestAccess(params?: unknown, callback?: unknown): BiometricManager;
  authenticate(params?: unknown, callback?: unknown): BiometricManager;
  updateBiometricToken(token: unknown, callback?: unknown): BiometricManager;
  openSettings(): BiometricManager;
}

const nothingKnown = {
  isInited: false,
  isBiometricAvailable: false,
  isAccessRequested: false,
  isAccessGranted: false,
  isBiometricTokenSaved: false,
  biometricType: 'unknown',
  deviceId: '',
};

/** Makes the {@link BiometricManager}. */
export function createBiometricManager(core: Core): BiometricManager {
  const state = { ...nothingKnown };
  const access = createAsk<[boolean]>(core, 'WebAppBiometricManagerAccessRequested', 'A question for access');
  const auth = createAsk<[boolean, string?]>(core, 'WebAppBiometricManagerAuthenticationRequested', 'A check');
  const token = createAsk<[boolean]>(core, 'WebAppBiometricManagerTokenUpdateRequested', 'A change of the token');
  let waiting: unknown[] = [];
  core.hear('biometry_info_received', (fields) => {
    Object.assign(state, readState(fields));
    const callbacks = waiting;
    waiting = [];
    for (const callback of callbacks) if (typeof callback === 'function') callback();
    access.close(state.isAccessGranted);
    core.emit('biometricManagerUpdated');
  });
  core.hear('biometry_auth_requested', ({ status, token: given }) => {
    const isAuthenticated = status === 'authorized';
    const value = isAuthenticated && typeof given === 'string' ? given : undefined;
    if (auth.close(isAuthenticated, value)) {
      core.emit('biometricAuthRequested', { isAuthenticated, ...(value ? { biometricToken: value } : {}) });
    }
  });
  core.hear('biometry_token_updated', ({ status }) => {
    const isUpdated = status === 'updated' || status === 'removed';
    if (isUpdated) state.isBiometricTokenSaved = status === 'updated';
    if (token.close(isUpdated)) core.emit('biometricTokenUpdated', { isUpdated });
  });
  const methods = {
    init(callback?: unknown) {
      core.demand('7.2', 'BiometricManager');
      waiting.push(callback);
      core.post('web_app_biometry_get_info');
      return manager;
    },
    ...createActions(core, state, { access, auth, token }, () => manager),
  };
  const manager = Object.defineProperties(methods, readOnly(state)) as BiometricManager;
  return manager;
}

function readState(fields: EventFields): typeof nothingKnown {
  if (fields['available'] !== true) return { ...nothingKnown, isInited: true };
  return {
    isInited: true,
    isBiometricAvailable: true,
    isAccessRequested: fields['access_requested'] === true,
    isAccessGranted: fields['access_granted'] === true,
    isBiometricTokenSaved: fields['token_saved'] === true,
    biometricType: toText(fields['type']) || 'unknown',
    deviceId: toText(fields['device_id']),
  };
}

interface Asks {
  access: { open(callback: unknown): void };
  auth: { open(callback: unknown): void };
  token: { open(callback: unknown): void };
}

type Actions = Omit<BiometricManager, keyof typeof nothingKnown | 'init'>;

function createActions(core: Core, state: typeof nothingKnown, asks: Asks, self: () => BiometricManager): Actions {
  const demandState = (isEnough: boolean, error: string, why: string) => {
    core.demand('7.2', 'BiometricManager');
    if (!state.isInited) core.refuse('WebAppBiometricManagerNotInited', 'Call BiometricManager.init first.');
    if (!isEnough) core.refuse(error, why);
  };
  const demandAvailable = () =>
    demandState(state.isBiometricAvailable, 'WebAppBiometricManagerBiometricsNotAvailable', 'This device has none.');
  const demandAccess = () => {
    demandAvailable();
    demandState(state.isAccessGranted, 'WebAppBiometricManagerBiometricAccessNotGranted', 'It was not allowed.');
  };
  const reasonOf = (params: unknown) => {
    const { reason } = (params ?? {}) as { reason?: unknown };
    const text = toText(reason);
    if (text.length > 128)
      core.refuse('WebAppBiometricRequestAccessParamInvalid', 'A reason has at most 128 characters.');
    return text === '' ? {} : { reason: text };
  };
  return {
    requestAccess(params, callback) {
      demandAvailable();
      const reason = reasonOf(params);
      asks.access.open(callback);
      core.post('web_app_biometry_request_access', reason);
      return self();
    },
    authenticate(params, callback) {
      demandAccess();
      const reason = reasonOf(params);
      asks.auth.open(callback);
      core.post('web_app_biometry_request_auth', reason);
      return self();
    },
    updateBiometricToken(token, callback) {
      demandAccess();
      asks.token.open(callback);
      core.post('web_app_biometry_update_token', { token: toText(token) });
      return self();
    },
    openSettings() {
      demandAvailable();
      core.post('web_app_biometry_open_settings');
      return self();
    },
  };
}
