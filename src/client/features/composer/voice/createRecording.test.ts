import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MicrophoneProblem } from '#client/stores/microphone.ts';
import { toChatId } from '#protocol/casts.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId } from '#protocol/ids.ts';
import { fakeMicrophone } from '#testing/fakeVoiceKit.ts';
import { createRecording, type RecordingDeps } from './createRecording.ts';

const [here, there] = [toChatId(1), toChatId(2)];
const most = 300_000;

/** A device that is moved by hand. */
function start({ problem, isFull = false }: { problem?: MicrophoneProblem; isFull?: boolean } = {}) {
  let clock = 0;
  let count = 0;
  const timers = new Set<() => void>();
  const mics: ReturnType<typeof fakeMicrophone>[] = [];
  const blobs = new Map<MediaId, number>();
  const drafts = new Map<ChatId, MediaPart>();
  const kept: [ChatId, MediaPart][] = [];
  const log: string[] = [];
  const deps: RecordingDeps = {
    async open() {
      if (problem) return { problem };
      const mic = fakeMicrophone();
      mics.push(mic);
      return mic;
    },
    async keep({ id, ms }) {
      if (isFull) return { problem: 'full' };
      count += 1;
      const name = id ?? (`voice-${count}`.padEnd(22, '_') as MediaId);
      blobs.set(name, ms);
      return { part: { id: name, t: 'a', z: 5, d: ms } };
    },
    drop: async (id) => void blobs.delete(id),
    async noteDraft(c, part) {
      if (part) drafts.set(c, part);
      else drafts.delete(c);
    },
    onKept: (c, part) => void kept.push([c, part]),
    hush: () => void log.push('hush'),
    now: () => clock,
    every(_ms, run) {
      timers.add(run);
      return () => timers.delete(run);
    },
    most,
  };
  const recording = createRecording(deps);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    ...{ recording, mics, blobs, drafts, kept, log, settle },
    state: () => recording.store.getState(),
    /** So many ms pass; the timer runs every 100 of them. */
    async pass(ms: number) {
      for (let left = ms; left > 0; left -= 100) {
        clock += Math.min(100, left);
        for (const run of timers) run();
      }
      await settle();
    },
    timers,
  };
}
const openMics = ({ mics }: ReturnType<typeof start>): number => mics.filter((mic) => mic.isOpen()).length;

describe('a recording', () => {
  it('that is let go is sent: its length, without the microphone being open any longer', async () => {
    const device = start();
    await device.recording.start(here, false);
    expect([device.state().phase, device.log]).toEqual(['on', ['hush']]);
    await device.pass(2_500);
    expect(device.state()).toMatchObject({ ms: 2_500, c: here });
    const part = await device.recording.finish();
    expect(part).toMatchObject({ t: 'a', d: 2_500 });
    expect([openMics(device), device.timers.size, device.state().phase]).toEqual([0, 0, 'idle']);
    expect(device.kept).toEqual([]);
  });

  it('is kept in its draft every 3 s, under one id, so that a page that dies takes little with it', async () => {
    const device = start();
    await device.recording.start(here, true);
    await device.pass(2_900);
    expect(device.drafts.size).toBe(0);
    await device.pass(200);
    const first = device.drafts.get(here);
    expect(first?.d).toBeGreaterThanOrEqual(3_000);
    await device.pass(3_500);
    expect([device.drafts.get(here)?.id, device.blobs.size]).toEqual([first?.id, 1]);
    expect(device.drafts.get(here)?.d).toBeGreaterThan(6_000);
  });

  it('that is thrown away leaves nothing, also what was kept of it', async () => {
    const device = start();
    await device.recording.start(here, true);
    await device.pass(7_000);
    expect(device.blobs.size).toBe(1);
    await device.recording.cancel();
    await device.settle();
    expect([device.blobs.size, device.drafts.size, openMics(device), device.kept]).toEqual([0, 0, 0, []]);
  });

  it('that pauses counts only what is said, and can be listened to meanwhile', async () => {
    const device = start();
    await device.recording.start(here, true);
    await device.pass(1_000);
    await device.recording.pause();
    expect(device.state()).toMatchObject({ phase: 'paused', ms: 1_000, part: { d: 1_000 } });
    await device.pass(60_000);
    expect(device.state().ms).toBe(1_000);
    device.recording.resume();
    expect(device.state().part).toBeUndefined();
    await device.pass(500);
    expect(await device.recording.finish()).toMatchObject({ d: 1_500 });
  });

  it('ends at five minutes by itself, is kept, and says so', async () => {
    const device = start();
    await device.recording.start(here, true);
    await device.pass(most + 5_000);
    expect(device.kept).toEqual([[here, expect.objectContaining({ d: most })]]);
    expect([device.state().note, openMics(device)]).toEqual([{ c: here, why: 'limit' }, 0]);
  });

  it('whose microphone is pulled out is kept as far as it went', async () => {
    const device = start();
    await device.recording.start(here, true);
    await device.pass(5_000);
    device.mics[0]?.lose();
    await device.settle();
    expect(device.kept).toEqual([[here, expect.objectContaining({ d: 5_000 })]]);
    expect(device.state().note).toEqual({ c: here, why: 'lost' });
  });

  it('that another one begins beside stays in its own chat', async () => {
    const device = start();
    await device.recording.start(here, true);
    await device.pass(1_200);
    await device.recording.start(there, true);
    expect(device.kept).toEqual([[here, expect.objectContaining({ d: 1_200 })]]);
    expect([device.state().c, openMics(device)]).toEqual([there, 1]);
  });

  it('that is a slip of the hand is nothing', async () => {
    const device = start();
    await device.recording.start(here, false);
    await device.pass(200);
    expect(await device.recording.finish()).toBeUndefined();
    expect([device.blobs.size, openMics(device)]).toEqual([0, 0]);
  });

  it.each(['refused', 'missing', 'busy', 'unsupported'] as const)('does not begin when it is %s', async (problem) => {
    const device = start({ problem });
    await device.recording.start(here, false);
    expect(device.state()).toMatchObject({ phase: 'idle', note: { c: here, why: problem } });
    device.recording.forgetNote();
    expect(device.state().note).toBeUndefined();
  });

  it('on a device without room is told of, and not sent', async () => {
    const device = start({ isFull: true });
    await device.recording.start(here, true);
    await device.pass(1_000);
    expect(await device.recording.finish()).toBeUndefined();
    expect(device.state().note).toEqual({ c: here, why: 'full' });
  });

  it('of which the person thinks better while the browser asks lets the microphone go again', async () => {
    const device = start();
    const begun = device.recording.start(here, false);
    await device.recording.cancel();
    await begun;
    expect([device.mics.length, openMics(device), device.state().phase]).toEqual([1, 0, 'idle']);
  });

  it('leaves no microphone open and loses nothing that was said, whatever is done in whatever order', async () => {
    const step = fc.oneof(
      fc.constantFrom('start', 'startThere', 'lock', 'pause', 'resume', 'finish', 'put', 'cancel', 'lose'),
      fc.integer({ min: 100, max: 9_000 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const device = start();
        const { recording } = device;
        const begin = { start: here, startThere: there };
        for (const one of steps) {
          if (typeof one === 'number') await device.pass(one);
          else if (one === 'lose') device.mics.at(-1)?.lose();
          else if (one === 'start' || one === 'startThere') await recording.start(begin[one], true);
          else await recording[one]();
          await device.settle();
          const { phase, c } = device.state();
          expect(openMics(device)).toBe(phase === 'on' || phase === 'paused' ? 1 : 0);
          expect(c === undefined).toBe(phase === 'idle');
        }
        await recording.put();
        await device.settle();
        expect([openMics(device), device.timers.size, device.state().phase]).toEqual([0, 0, 'idle']);
        for (const [, part] of device.kept) expect(device.blobs.get(part.id)).toBe(part.d);
      }),
      { numRuns: 60 },
    );
  });
});
