let last = 1_000;

/** Begins anew; call it before a world is made. */
export function restartIds(): void {
  last = 1_000;
}

/**
 * Takes the place of the server's random ids. Ids of chats decide the order of some work; without chance in them a seed tells the same story again, alone or
 * after others.
 */
export function randomId(): number {
  last += 1;
  return last;
}
