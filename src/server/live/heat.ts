/** A chat with at least so many changes in a second is hot. */
const hotPerSecond = 5;
const secondMs = 1_000;

/** How often a chat changed lately. Times: server clock, ms; a clock that was set back begins anew. */
export class Heat {
  /** the last changes, oldest first; more of them than make a chat hot say nothing more */
  #beats: { at: number; changes: number }[] = [];

  /** Whether it was hot within the last second. */
  isHot(now: number): boolean {
    this.#beats = this.#beats.filter(({ at }) => at <= now && now - at < secondMs);
    return this.#beats.reduce((sum, { changes }) => sum + changes, 0) >= hotPerSecond;
  }

  /** So many changes came together. */
  note(now: number, changes = 1): void {
    this.#beats = [...this.#beats, { at: now, changes }].slice(-hotPerSecond);
  }

  /** When the last ones came, if anything came within a second of the last question. */
  get lastAt(): number | undefined {
    return this.#beats.at(-1)?.at;
  }
}
