/** How long a test waits for what has to come by itself, ms. Only what hangs meets it: a busy machine may be a hundred times slower than an idle one. */
export const patienceMs = 120_000;
