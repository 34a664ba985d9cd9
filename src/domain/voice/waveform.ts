/** Loudness travels as letters of base32, of which each is a step of 0–31. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const loudest = letters.length - 1;
/** Most steps of one voice message. */
export const waveSteps = 128;
/** A message in which nothing is louder than this (0–1) is silence, and is not drawn as if it were speech. */
const silence = 0.06;

/**
 * Loudness in so many equal steps, each the loudest moment in it: a word between two pauses must not vanish. `levels`: 0–1, at least one. With more steps than
 * levels, levels are repeated.
 */
export function resample(levels: readonly number[], steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => {
    const from = Math.floor((step * levels.length) / steps);
    const to = Math.max(from + 1, Math.floor(((step + 1) * levels.length) / steps));
    return levels.slice(from, to).reduce((most, level) => Math.max(most, level), 0);
  });
}

/** The loudness of a recording as it is sent: at most 128 letters, the loudest moment at the top. `levels`: 0–1 in equal steps; what is none counts as silence. */
export function toWaveform(levels: readonly number[]): string {
  const clean = levels.map((level) => (level > 0 ? Math.min(1, level) : 0));
  const steps = resample(clean.length === 0 ? [0] : clean, Math.min(waveSteps, Math.max(1, clean.length)));
  const most = Math.max(silence, ...steps);
  return steps.map((level) => letters[Math.round((level / most) * loudest)]).join('');
}

/** Loudness 0–1 of so many bars, from the letters of a message. It comes from others: what is no letter is silence. */
export function readWaveform(f: string | undefined, bars: number): number[] {
  const levels = Array.from(f ?? '', (letter) => Math.max(0, letters.indexOf(letter)) / loudest);
  return resample(levels.length === 0 ? [0] : levels, bars);
}
