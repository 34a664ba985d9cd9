import { stripVTControlCharacters } from 'node:util';

/** Keeps the last `count` lines that say something of a long text that comes in pieces, without colours. */
export function lastLines(count: number): { add(text: string): void; read(): string[] } {
  let kept: string[] = [''];
  return {
    add(text) {
      const [first = '', ...others] = text.split('\n');
      const open = kept.pop() ?? '';
      const whole = [...kept, `${open}${first}`, ...others];
      const last = whole.pop() ?? '';
      kept = [...whole.filter((line) => line.trim() !== '').slice(-count), last];
    },
    read: () =>
      kept
        .map((line) => stripVTControlCharacters(line))
        .filter((line) => line.trim() !== '')
        .slice(-count),
  };
}
