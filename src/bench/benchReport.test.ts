import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { benchReport, type Bar } from './benchReport.ts';

const bar = (value: number, limit = 2): Bar => ({ name: 'a', value, limit, unit: '×' });

interface Printed {
  bench: string;
  ok: boolean;
  bars: (Bar & { ok: boolean })[];
  detail: unknown;
}

let before: typeof process.exitCode;

function report(bars: Bar[]): { printed: Printed; exitCode: typeof process.exitCode } {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  process.exitCode = 0;
  benchReport('x', bars, { n: 1 });
  expect(lines).toHaveLength(1);
  return { printed: JSON.parse(lines[0] ?? '') as Printed, exitCode: process.exitCode };
}

describe('benchReport', () => {
  beforeEach(() => {
    before = process.exitCode;
  });
  afterEach(() => {
    process.exitCode = before;
    vi.restoreAllMocks();
  });

  it('prints one JSON object and leaves the exit code when every bar is met', () => {
    const { printed, exitCode } = report([bar(1.23456), bar(2)]);
    expect(printed).toEqual({
      bench: 'x',
      ok: true,
      bars: [
        { name: 'a', value: 1.235, limit: 2, unit: '×', ok: true },
        { name: 'a', value: 2, limit: 2, unit: '×', ok: true },
      ],
      detail: { n: 1 },
    });
    expect(exitCode).toBe(0);
  });

  it('fails when one bar is missed, even by less than it prints', () => {
    const { printed, exitCode } = report([bar(1), bar(2.000001)]);
    expect(printed.bars.map(({ ok }) => ok)).toEqual([true, false]);
    expect(printed.ok).toBe(false);
    expect(exitCode).toBe(1);
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])('fails for %s', (value) => {
    expect(report([bar(value)]).exitCode).toBe(1);
  });

  it('fails when nothing was measured', () => {
    expect(report([]).printed.ok).toBe(false);
  });
});
