import type { Pin } from '#protocol/entities/chatSettings.ts';

/** An announcement that somebody hid for himself: its message, and when it was announced. Announced again, it shows again. */
export type HiddenPin = readonly [seq: number, at: number];

/** Key of the setting (`pref.set`) that holds what a person hid in one chat. */
export const hiddenPinsKey = (c: number): string => `pins.${c}`;

/** The chat of such a key. Undefined: another setting. */
export const chatOfPinsKey = (key: string): number | undefined =>
  /^pins\.\d+$/.test(key) ? Number(key.slice('pins.'.length)) : undefined;

/** Announcements a person should see at `now` (server clock, ms), newest first: neither over nor hidden by him. */
export function shownPins(pins: readonly Pin[], hidden: readonly HiddenPin[], now: number): Pin[] {
  return pins.filter(
    ({ s, at, ex }) =>
      (ex ?? Number.MAX_SAFE_INTEGER) > now && !hidden.some(([seq, since]) => seq === s && since === at),
  );
}

/** What is hidden after one more, without those that are not there any more. */
export const hidePin = (pins: readonly Pin[], hidden: readonly HiddenPin[], pin: Pin): HiddenPin[] => [
  ...hidden.filter(([seq, at]) => pins.some((one) => one.s === seq && one.at === at)),
  [pin.s, pin.at] as const,
];

/** A stored setting; anything that makes no sense counts as nothing hidden. */
export function toHiddenPins(value: unknown): HiddenPin[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (one): one is [number, number] =>
      Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'number'),
  );
}
