import { existsSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { readLines, type ReadLines } from './readLines.ts';

/** A file of JSON lines that a killed process leaves whole up to its last line. */
export interface LineFile {
  /** lines in it */
  count(): number;
  append(value: unknown): void;
}

/** Opens or makes the file. `found`: what is in it, for whoever has read it before. A last line that was cut off is taken away first. */
export function lineFile(path: string, found: ReadLines = readLines(path)): LineFile {
  const { lines, bytes } = found;
  let count = lines.length;
  const file = openSync(path, existsSync(path) ? 'r+' : 'w');
  ftruncateSync(file, bytes);
  let at = bytes;
  return {
    count: () => count,
    append(value) {
      const line = Buffer.from(`${JSON.stringify(value)}\n`);
      // Before the call returns it is with the system, which outlives the process.
      writeSync(file, line, 0, line.length, at);
      at += line.length;
      count += 1;
    },
  };
}
