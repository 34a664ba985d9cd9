import { createLog, type Log } from '#server/transport/log.ts';

/** The log of the real process: lines on stderr, so that stdout has only what is meant for people. */
export const logToStderr: Log = createLog((line) => void process.stderr.write(`${line}\n`), Date.now);
