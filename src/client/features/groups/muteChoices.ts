/** For how long a chat makes no noise. */
export type MuteChoice = 'off' | 'hour' | 'day' | 'always' | 'until';

const HOUR = 3_600_000;
/** "Until I turn it off" travels as a time that nobody will see; anything beyond a year is shown as that. ms */
const ALWAYS = 50 * 365 * 24 * HOUR;
const YEAR = 365 * 24 * HOUR;

/** What `chat.set` gets for a choice at `now` (server clock, ms): the end of the silence, 0 for none. */
export function muteUntil(choice: Exclude<MuteChoice, 'until'>, now: number): number {
  switch (choice) {
    case 'off':
      return 0;
    case 'hour':
      return now + HOUR;
    case 'day':
      return now + 8 * HOUR;
    case 'always':
      return now + ALWAYS;
  }
}

/** What a stored end of silence means at `now`: over, for good, or until a time worth naming. */
export function muteChoice(until: number | undefined, now: number): 'off' | 'until' | 'always' {
  if (until === undefined || until <= now) return 'off';
  return until > now + YEAR ? 'always' : 'until';
}
