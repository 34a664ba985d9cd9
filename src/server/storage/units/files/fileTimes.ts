const hourMs = 3_600_000;

/** How long an upload may take, and then wait for a message that has it, ms. */
export const uploadKeptMs = 24 * hourMs;
/** How long bytes lie in the store before nothing refers to them, at most, ms: no storing takes that long. */
export const storingMs = 6 * hourMs;
