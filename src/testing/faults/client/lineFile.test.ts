import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lineFile } from './lineFile.ts';
import { readLines } from './readLines.ts';

const folder = mkdtempSync(join(tmpdir(), 'kabar-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('goes on behind the last whole line of a file that a killed process left', () => {
  const path = join(folder, 'history');
  expect(readLines(path)).toEqual({ lines: [], bytes: 0 });
  const first = lineFile(path);
  first.append({ text: 'ä' });
  first.append({ text: 'b' });
  appendFileSync(path, '{"text":"a line that is longer than the next o');
  const second = lineFile(path);
  expect(second.count()).toBe(2);
  second.append({ text: 'c' });
  expect(second.count()).toBe(3);
  expect(readLines(path).lines).toEqual([{ text: 'ä' }, { text: 'b' }, { text: 'c' }]);
  expect(readFileSync(path, 'utf8').endsWith('{"text":"c"}\n')).toBe(true);
});
