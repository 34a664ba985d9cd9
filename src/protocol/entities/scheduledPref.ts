/** Key of the setting that tells my devices where I have scheduled messages: JSON of {@link ScheduledCounts}. The server writes it with every change. */
export const scheduledPref = 'scheduled';
/** `v`: my own change it was, so that no two values are alike. `l`: `[chat, waiting, failed]`, each chat once. */
export interface ScheduledCounts {
  v: number;
  l: readonly (readonly [number, number, number])[];
}
