import { afterEach, beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { audioOutput, type AudioOutput } from './audioOutput.ts';

// Nothing is heard on a page that nobody has touched.
beforeAll(() => userEvent.click(document.body));

let output: AudioOutput | undefined;
let log: string[] = [];
let times: number[] = [];
afterEach(() => output?.clear());

function open(): AudioOutput {
  log = [];
  times = [];
  output = audioOutput({
    onTime: (ms) => times.push(ms),
    onEnd: () => log.push('end'),
    onStopped: () => log.push('stopped'),
    onBroken: () => log.push('broken'),
  });
  return output;
}

/** A hum of so many ms, as a wave file. */
function hum(ms: number): Blob {
  const samples = 8 * ms;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const head = [
    0x52494646,
    36 + samples,
    0x57415645,
    0x666d7420,
    16,
    0x10001,
    8_000,
    8_000,
    0x80001,
    0x64617461,
    samples,
  ];
  head.forEach((value, at) => view.setUint32(at * 4, value, at !== 0 && at !== 2 && at !== 3 && at !== 9));
  for (let at = 0; at < samples; at += 1) view.setUint8(44 + at, 128 + Math.round(40 * Math.sin(at / 5)));
  return new Blob([view.buffer], { type: 'audio/wav' });
}
const passed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('plays from a moment to the end, and says where it is', async () => {
  const made = open();
  made.bless();
  await made.load(hum(1_500), 900);
  await made.play(1.5);
  await expect.poll(() => log, { timeout: 5_000 }).toEqual(['end']);
  expect(times.every((ms) => ms >= 850 && ms <= 1_550)).toBe(true);
});

test('a pause that was asked for is no news; sought in, it goes on from there', async () => {
  const made = open();
  await made.load(hum(3_000), 0);
  await made.play(2);
  await passed(300);
  made.pause();
  await passed(100);
  expect(log).toEqual([]);
  made.seek(2_600);
  await made.play(2);
  await expect.poll(() => log, { timeout: 5_000 }).toEqual(['end']);
  expect(times.at(-1)).toBeGreaterThan(2_500);
});

test('what is no sound is refused, and what comes after it plays', async () => {
  const made = open();
  await expect(made.load(new Blob(['words'], { type: 'audio/webm' }), 0)).rejects.toThrow('not playable');
  await made.load(hum(300), 0);
  await made.play(1);
  await expect.poll(() => log, { timeout: 5_000 }).toEqual(['end']);
});
