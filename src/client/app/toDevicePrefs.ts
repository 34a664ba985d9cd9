import { personPrefs, type PrefsState } from '#client/stores/prefsStore.ts';

/** The part of a change of settings that stays on this device. */
export function toDevicePrefs(change: Partial<PrefsState>): Partial<PrefsState> {
  const travelling: readonly string[] = personPrefs;
  return Object.fromEntries(Object.entries(change).filter(([key]) => !travelling.includes(key)));
}
