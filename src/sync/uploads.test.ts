import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MediaBody, MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { chat7, engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import type { OutboxEntry, UploadRow } from './changes.ts';
import { holdMs } from './outbox/holdBack.ts';
import { readSentFiles } from './outbox/sentFiles.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = engineWorld(5);
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const outbox = (): OutboxEntry[] => world.store().dump('outbox');
const files = (): UploadRow[] => world.store().dump('uploads');
const idOf = (name: string): MediaId => name.padEnd(22, '_') as MediaId;
const partOf = (name: string, z: number): MediaPart => ({ id: idOf(name), t: 'f', z, n: `${name}.bin` });
const sendText = (x: string) => world.tab().commands.sendMessage({ c: chat7, b: { x } });
const sendFiles = (names: readonly string[], z = 1_000, x?: string) =>
  world.tab().commands.sendMessage({
    c: chat7,
    k: messageKind.media,
    b: { f: names.map((name) => partOf(name, z)), ...(x === undefined ? {} : { x }) },
  });
/** A message as a test names it: its text, or the names of its files. */
const nameOf = (body: Readonly<Record<string, unknown>> | undefined): string => {
  const parts = body?.['f'] as MediaBody['f'] | undefined;
  return parts ? parts.map(({ n }) => n?.replace('.bin', '')).join('+') : String(body?.['x']);
};
const arrived = (): string[] => world.server.rowsOf(7, 2).map(({ b }) => nameOf(b));
const goOffline = (): void => {
  world.network.isUp = false;
  world.network.cut();
  world.uploads.cut();
};
const goOnline = (): void => {
  world.network.isUp = true;
  world.network.cut();
};

describe('files go up', () => {
  it('B1: at once, three at a time, in the order of their messages; their message leaves when all are up', async () => {
    world.uploads.speed = 1_000;
    await sendFiles(['a', 'b'], 1_000);
    await sendFiles(['c', 'd'], 1_000);
    await world.clock.advance(900);
    expect([...world.uploads.running]).toEqual(['a', 'b', 'c'].map(idOf));
    expect(arrived()).toEqual([]);
    await world.clock.advance(400);
    expect(arrived()).toEqual(['a+b']);
    await world.clock.advance(5_000);
    expect(arrived()).toEqual(['a+b', 'c+d']);
    expect(world.uploads.most).toBe(3);
    expect(outbox()).toEqual([]);
  });

  it('B2: rows tell at most twice a second how far they are', async () => {
    world.uploads.speed = 1_000;
    const heard = (): number =>
      world.tab().events.filter((event) => event.t === 'batch' && event.batch.tables.uploads !== undefined).length;
    await sendFiles(['a'], 10_000);
    const before = heard();
    await world.clock.advance(5_000);
    expect(files()[0]).toMatchObject({ state: 'going', bytes: 10_000 });
    expect(files()[0]?.sent).toBeGreaterThan(4_000);
    expect(heard() - before).toBeLessThanOrEqual(10);
  });

  it('B3: only the engine that leads sends them; the next one goes on where the server is', async () => {
    world.uploads.speed = 1_000;
    const other = world.openTab('other');
    await other.commands.sendMessage({ c: chat7, k: messageKind.media, b: { f: [partOf('a', 10_000)] } });
    await world.clock.advance(5_000);
    expect(world.uploads.log.filter((line) => line.startsWith('send'))).toHaveLength(1);
    await world.restart();
    await world.clock.advance(60_000);
    const sends = world.uploads.log.filter((line) => line.startsWith('send'));
    expect(sends).toHaveLength(2);
    expect(sends[1]).not.toContain('from 0');
    expect(arrived()).toEqual(['a']);
  });

  it('B4: a line that is cut is tried again, later each time, and a new connection ends the wait', async () => {
    world.uploads.speed = 100;
    await sendFiles(['a'], 10_000);
    await world.clock.advance(1_000);
    for (let round = 0; round < 6; round += 1) {
      world.uploads.cut();
      await world.clock.advance(300);
    }
    const tries = world.uploads.log.length;
    world.uploads.speed = 100_000;
    goOffline();
    await world.clock.advance(20_000);
    expect(world.uploads.log).toHaveLength(tries);
    goOnline();
    await world.clock.advance(16_000);
    expect(arrived()).toEqual(['a']);
  });

  it('B5: what arrived is kept as fetched, and its rows leave; bytes that nothing names go at the start', async () => {
    world.uploads.speed = 100_000;
    await sendFiles(['a']);
    await world.tab().commands.saveDraft({ c: chat7, text: '', at: undefined, files: [partOf('draft', 5)] });
    await world.clock.advance(2_000);
    expect(files()).toEqual([]);
    expect(world.uploads.log.slice(-1)).toEqual([`settle ${idOf('a')}`]);
    await world.restart();
    await world.clock.advance(3_000);
    expect(world.uploads.log.at(-1)).toBe(`sweep ${idOf('draft')}`);
  });
});

describe('a person', () => {
  it('B6: lets a file stand still, go on, and go first', async () => {
    world.uploads.speed = 1_000;
    await sendFiles(['a', 'b', 'c', 'd', 'e'], 3_000);
    await world.clock.advance(1_000);
    await world.tab().commands.changeUpload({ id: idOf('e'), to: 'first' });
    await world.tab().commands.changeUpload({ id: idOf('a'), to: 'pause' });
    await world.clock.advance(200);
    expect([...world.uploads.running]).toEqual(['b', 'c', 'e'].map(idOf));
    await world.clock.advance(60_000);
    expect(files().find(({ id }) => id === idOf('a'))).toMatchObject({ state: 'waiting', paused: 1 });
    expect(arrived()).toEqual([]);
    await world.tab().commands.changeUpload({ id: idOf('a'), to: 'resume' });
    await world.clock.advance(10_000);
    expect(arrived()).toEqual(['a+b+c+d+e']);
    expect(world.uploads.log.some((line) => /^send a_+ from [1-9]/u.test(line))).toBe(true);
  });

  it('B7: takes one file out of its message, and the last one takes the message with it', async () => {
    world.uploads.speed = 1_000;
    await sendFiles(['a', 'b'], 50_000, 'caption');
    await world.clock.advance(1_000);
    await world.tab().commands.changeUpload({ id: idOf('a'), to: 'cancel' });
    await world.clock.advance(500);
    expect(outbox().map(({ action }) => nameOf('b' in action ? (action.b as never) : undefined))).toEqual(['b']);
    expect(files().map(({ id }) => id)).toEqual([idOf('b')]);
    expect(world.uploads.log).toContain(`cancel ${idOf('a')}`);
    await world.tab().commands.changeUpload({ id: idOf('b'), to: 'cancel' });
    await world.clock.advance(500);
    expect(outbox()).toEqual([]);
    expect(files()).toEqual([]);
    expect(world.uploads.running.size).toBe(0);
    expect(world.uploads.log).toContain(`drop ${idOf('b')}`);
  });

  it('B7: who discards a message from the tray discards its files', async () => {
    await sendFiles(['a']);
    await world.clock.advance(1_000);
    await world.tab().commands.discardEntry(outbox()[0]?.id ?? 0);
    await world.clock.advance(500);
    expect([outbox(), files()]).toEqual([[], []]);
    expect(world.uploads.running.size).toBe(0);
  });
});

describe('what was sent', () => {
  const sent = () => world.store().read(['meta'], readSentFiles);

  it('B11: is noted when it has arrived, the newest first, for a day and a half; what was cancelled is not', async () => {
    world.uploads.speed = 1_000;
    await sendFiles(['a'], 1_000);
    await world.clock.advance(3_000);
    await sendFiles(['b', 'gone'], 1_000);
    await world.tab().commands.changeUpload({ id: idOf('gone'), to: 'cancel' });
    await world.clock.advance(5_000);
    const [newest, before, ...rest] = await sent();
    expect([newest, before]).toMatchObject([
      { id: idOf('b'), c: chat7, t: 'f', n: 'b.bin', bytes: 1_000 },
      { id: idOf('a') },
    ]);
    expect(rest).toEqual([]);
    await world.clock.advance(37 * 3_600_000);
    await sendFiles(['c'], 1_000);
    await world.clock.advance(20_000);
    expect((await sent()).map(({ id }) => id)).toEqual([idOf('c')]);
  });

  it('B11: nothing is nobody’s fault: what another version wrote counts as nothing', async () => {
    await world.store().commit((tx) => tx.put('meta', [{ key: 'sentFiles', val: '{"not": "a list"}' }]));
    expect(await sent()).toEqual([]);
    await world.store().commit((tx) => tx.put('meta', [{ key: 'sentFiles', val: 'no JSON' }]));
    expect(await sent()).toEqual([]);
  });
});

describe('refusals', () => {
  it('B8: a file that is refused for good fails its message and holds up nothing; "again" begins anew', async () => {
    world.uploads.speed = 100_000;
    world.uploads.refusals.set(idOf('a'), 'NOT_A_PICTURE');
    await sendFiles(['a', 'b']);
    await sendText('behind');
    await world.clock.advance(3_000);
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'NOT_A_PICTURE' }]);
    expect(arrived()).toEqual(['behind']);
    await world.tab().commands.changeUpload({ id: idOf('a'), to: 'retry' });
    await world.clock.advance(3_000);
    expect(arrived()).toEqual(['behind', 'a+b']);
  });

  it('B8: a failed message whose bad file is taken out goes on without it', async () => {
    world.uploads.speed = 100_000;
    world.uploads.refusals.set(idOf('a'), 'TOO_LARGE');
    await sendFiles(['a', 'b']);
    await world.clock.advance(3_000);
    await world.tab().commands.changeUpload({ id: idOf('a'), to: 'cancel' });
    await world.clock.advance(3_000);
    expect(arrived()).toEqual(['b']);
    expect(files()).toEqual([]);
  });

  it('B9: a server that has lost a file gets it once more, not for ever', async () => {
    world.uploads.speed = 100_000;
    let lost = 0;
    world.server.intercept = (name, input) => {
      if (name !== 'message.send') return undefined;
      lost += 1;
      const { items } = input as { items: { i: never }[] };
      return { ok: true, data: { items: items.map(({ i }) => ({ i, code: 'NOT_FOUND' })) } };
    };
    await sendFiles(['a']);
    await world.clock.advance(20_000);
    expect(lost).toBe(2);
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'NOT_FOUND' }]);
    world.server.intercept = undefined;
    await world.tab().commands.retryEntry(outbox()[0]?.id ?? 0);
    await world.clock.advance(5_000);
    expect(arrived()).toEqual(['a']);
  });
});

describe('a message whose files the server has lost for good', () => {
  it('B9: gets another try of them with the word of its person, each time', async () => {
    world.uploads.speed = 100_000;
    let tries = 0;
    world.server.intercept = (name, input) => {
      tries += name === 'message.send' ? 1 : 0;
      // It has them again only after the files went up anew behind the person's word.
      if (name !== 'message.send' || tries === 4) return undefined;
      const { items } = input as { items: { i: never }[] };
      return { ok: true, data: { items: items.map(({ i }) => ({ i, code: 'NOT_FOUND' })) } };
    };
    await sendFiles(['a']);
    await world.clock.advance(20_000);
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'NOT_FOUND' }]);
    await world.tab().commands.retryEntry(outbox()[0]?.id ?? 0);
    await world.clock.advance(20_000);
    expect([tries, arrived()]).toEqual([4, ['a']]);
  });
});

describe('what is behind a file', () => {
  it('B10: waits 15 s at most, then goes ahead of it', async () => {
    await sendFiles(['a']);
    await sendText('one');
    await world.clock.advance(10_000);
    await sendText('two');
    await world.clock.advance(4_900);
    expect(arrived()).toEqual([]);
    await world.clock.advance(200);
    expect(arrived()).toEqual(['one']);
    await world.clock.advance(9_900);
    expect(arrived()).toEqual(['one', 'two']);
    world.uploads.speed = 100_000;
    await world.clock.advance(1_000);
    expect(arrived()).toEqual(['one', 'two', 'a']);
  });

  it('B10: keeps its place if the file is up in time, also when both were queued without a network', async () => {
    goOffline();
    await sendFiles(['a'], 1_000);
    await sendText('one');
    await world.clock.advance(120_000);
    world.uploads.speed = 100;
    goOnline();
    await world.clock.advance(30_000);
    expect(arrived()).toEqual(['a', 'one']);
  });

  it('B10: goes at once while the file stands still by the wish of the person; reactions wait for no file', async () => {
    world.server.post(7, 2, 'theirs');
    await world.clock.advance(1_000);
    await sendFiles(['a']);
    await world.tab().commands.setReaction({ c: chat7, s: 1, e: '👍' });
    await world.clock.advance(1_000);
    expect(world.server.rowsOf(7, 1)[0]?.my).toBe('👍');
    await world.tab().commands.changeUpload({ id: idOf('a'), to: 'pause' });
    await sendText('one');
    await world.clock.advance(1_000);
    expect(arrived()).toEqual(['theirs', 'one']);
  });

  it('B10, O8: whatever is queued, whenever files are up: all arrives once, nothing waits longer, and files that are quick keep their place', async () => {
    const item = fc.record({ isFile: fc.boolean(), gap: fc.nat(8_000), size: fc.integer({ min: 1, max: 40_000 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), fc.nat(1_000), async (items, seed) => {
        await world.stop();
        world = engineWorld(seed);
        world.uploads.speed = 1_000;
        await world.clock.advance(3_000);
        const texts = new Map<string, number>();
        const seen = new Map<string, number>();
        world.server.intercept = (name, input) => {
          if (name === 'message.send')
            for (const { b } of (input as { items: { b: never }[] }).items)
              if (!seen.has(nameOf(b))) seen.set(nameOf(b), world.clock.now());
          return undefined;
        };
        for (const [index, { isFile, gap, size }] of items.entries()) {
          if (isFile) await sendFiles([`f${index}`], size);
          else {
            texts.set(`t${index}`, world.clock.now());
            await sendText(`t${index}`);
          }
          await world.clock.advance(gap);
        }
        await world.clock.advance(400_000);
        expect(arrived().toSorted()).toEqual(items.map(({ isFile }, at) => `${isFile ? 'f' : 't'}${at}`).toSorted());
        for (const [name, at] of texts) expect((seen.get(name) ?? Infinity) - at).toBeLessThanOrEqual(holdMs + 200);
        const onlyTexts = arrived().filter((name) => name.startsWith('t'));
        expect(onlyTexts).toEqual([...texts.keys()]);
        // Where all the files together take less than the wait, nothing is moved.
        if (items.reduce((sum, { size, isFile }) => sum + (isFile ? size : 0), 0) < 14_000)
          expect(arrived()).toEqual(items.map(({ isFile }, at) => `${isFile ? 'f' : 't'}${at}`));
        expect([outbox(), files()]).toEqual([[], []]);
      }),
      { numRuns: 60 },
    );
  });
});
