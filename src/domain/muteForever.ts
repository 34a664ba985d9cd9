/** A mute without an end: year 2100, ms. */
export const muteForever = 4_102_444_800_000;
