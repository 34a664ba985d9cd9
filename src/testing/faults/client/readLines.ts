import { existsSync, readFileSync } from 'node:fs';

/** The values of a file's whole lines, and how many bytes they take. */
export interface ReadLines {
  lines: unknown[];
  bytes: number;
}

/** Reads a file of JSON lines; one that does not exist is empty, a last line that was cut off is left out. */
export function readLines(path: string): ReadLines {
  const content = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const bytes = content.lastIndexOf(10) + 1;
  const lines: unknown[] = [];
  for (let from = 0; from < bytes;) {
    const to = content.indexOf(10, from);
    lines.push(JSON.parse(content.toString('utf8', from, to)));
    from = to + 1;
  }
  return { lines, bytes };
}
