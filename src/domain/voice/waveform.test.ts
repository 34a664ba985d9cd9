import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaPartSchema } from '#protocol/entities/bodies/mediaBody.ts';
import { readWaveform, resample, toWaveform, waveSteps } from './waveform.ts';

const level = fc.double({ min: 0, max: 1, noNaN: true });
const levels = fc.array(level, { minLength: 1, maxLength: 3_100 });
const f = mediaPartSchema.def.shape.f;

describe('the waveform of a recording', () => {
  it('is what the wire takes, whatever was measured', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(level, fc.double()), { maxLength: 3_100 }), (measured) => {
        const wave = toWaveform(measured);
        expect(f.safeParse(wave).success).toBe(true);
        expect(wave).toHaveLength(Math.min(waveSteps, Math.max(1, measured.length)));
      }),
    );
  });

  it('has its loudest moment at the top, and nothing above', () => {
    fc.assert(
      fc.property(levels, fc.double({ min: 0.1, max: 1, noNaN: true }), (measured, loud) => {
        expect(Math.max(...readWaveform(toWaveform([...measured, loud]), waveSteps))).toBe(1);
      }),
    );
  });

  it('of silence is flat', () => {
    expect(readWaveform(toWaveform(Array.from({ length: 500 }, () => 0.0005)), 46)).toEqual(
      Array.from({ length: 46 }, () => 0),
    );
    expect(toWaveform([])).toBe('A');
  });

  it('drawn with fewer bars loses no peak, and with any number none is invented', () => {
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 200 }), (measured, bars) => {
        const drawn = resample(measured, bars);
        expect(drawn).toHaveLength(bars);
        if (bars <= measured.length) expect(Math.max(...drawn)).toBe(Math.max(...measured));
        expect(drawn.every((one) => measured.includes(one))).toBe(true);
      }),
    );
  });

  it('that is nonsense is drawn as silence', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readWaveform(text, 46).every((one) => one >= 0 && one <= 1)).toBe(true);
      }),
    );
    expect(readWaveform(undefined, 3)).toEqual([0, 0, 0]);
  });
});
