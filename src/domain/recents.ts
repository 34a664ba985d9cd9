/** As many stickers or emoji are remembered as used last. */
export const recentsMax = 24;

/** The list with one that was just used, newest first, and at most `max` of them. */
export function addRecent(list: readonly string[], used: string, max: number = recentsMax): string[] {
  return [used, ...list.filter((each) => each !== used)].slice(0, max);
}
