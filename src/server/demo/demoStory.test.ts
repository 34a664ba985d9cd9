import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { UserId } from '#protocol/ids.ts';
import { createMediaTools } from '#server/createMediaTools.ts';
import { sniffFile } from '#server/services/media/sniffFile.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit } from '#server/storage/unit.ts';
import { makeDemoFile } from './demoFiles.ts';
import { demoSize, planDemo, type DemoPlan } from './demoPlan.ts';
import { demoStories } from './demoStory.ts';
import { seedDemo } from './seedDemo.ts';
import { storeDemoFiles } from './storeDemoFiles.ts';

const now = 1_800_000_000_000;
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The plan with nothing but its stories: the rest is text. */
const onlyStories = ({ people, chats }: DemoPlan): DemoPlan => ({
  people,
  chats: chats
    .filter(({ messages }) => messages.some(({ line }) => line))
    .map((chat) => ({ ...chat, messages: chat.messages.filter(({ line }) => line), unread: new Map() })),
});

describe('the stories of the demo', () => {
  let storage: LocalStorage;
  let me: UserId;
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'kabar-story-'));
    folders.push(dataDir);
    storage = await openSqliteLocal(':memory:', { now: () => now });
    const media = await createMediaTools({ dataDir, files: undefined, personBytes: 1_000_000_000 });
    const users = await seedDemo(storage, onlyStories(planDemo(20_261_122, { ...demoSize, messages: 600 })), {
      seed: 1,
      now,
      store: (wishes) => storeDemoFiles(storage, media, wishes),
    });
    media.maker.stop();
    me = users[0] as UserId;
  }, 120_000);
  afterAll(() => storage.close());

  const read = <Row extends object>(sql: string): Promise<Row[]> =>
    storage.runUnit(
      readUnit((tx) => tx.sql<Row>(sql, [])),
      undefined,
    );

  it('tells every line, with everything that people can send', async () => {
    const rows = await read<{ kind: number; body: string; reply_to: number | null }>(
      'SELECT kind, body, reply_to FROM messages WHERE n IS NOT NULL',
    );
    const lines = demoStories.flatMap((story) => story.lines);
    const replies = lines.flatMap(({ thread = [] }) => thread);
    expect(rows).toHaveLength(lines.filter(({ laterHours }) => laterHours === undefined).length + replies.length);
    const { system: _system, card: _card, ...sent } = messageKind;
    for (const kind of Object.values(sent))
      expect(
        rows.some((row) => row.kind === kind),
        `kind ${kind}`,
      ).toBe(true);
    const bodies = rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    for (const key of ['silent', 'fw', 'ask', 'open', 'many', 'done', 'end'])
      expect(
        bodies.some((body) => body[key] !== undefined),
        key,
      ).toBe(true);
    expect(rows.some((row) => row.reply_to !== null)).toBe(true);
    const parts = bodies.flatMap((body) => (body['f'] ?? []) as { t: string; b?: string }[]);
    expect(new Set(parts.map(({ t }) => t))).toEqual(new Set(['i', 'v', 'a', 'f']));
    // Pictures went through the server's own hands: it blurs them.
    for (const part of parts) if (part.t === 'i') expect(part.b).toMatch(/^[\w+/=]{20,}$/);
  });

  it('has photos of every size of a grid', () => {
    const counts = new Set(demoStories.flatMap(({ lines }) => lines.map(({ files = [] }) => files.length)));
    for (const count of [1, 2, 3, 4, 7]) expect(counts).toContain(count);
  });

  it('has votes, confirmations, cards of links, pictures of chats, a pin, what is kept and what is planned', async () => {
    const count = async (sql: string): Promise<number> => (await read(sql)).length;
    expect(await count('SELECT 1 AS x FROM ballots')).toBeGreaterThan(30);
    expect(await count(`SELECT 1 AS x FROM messages WHERE extras LIKE '%"lk"%'`)).toBe(2);
    expect(await count('SELECT 1 AS x FROM link_jobs')).toBe(0);
    expect(await count('SELECT 1 AS x FROM chats WHERE avatar IS NOT NULL')).toBeGreaterThan(4);
    expect(await count(`SELECT 1 AS x FROM keeps WHERE user_id = ${me}`)).toBe(2);
    expect(await count(`SELECT 1 AS x FROM scheduled_messages WHERE user_id = ${me} AND at > ${now}`)).toBe(1);
    expect(await count(`SELECT 1 AS x FROM messages WHERE created_at > ${now}`)).toBe(0);
    expect(await count('SELECT 1 AS x FROM albums')).toBe(2);
    expect(await count('SELECT 1 AS x FROM album_photos')).toBe(10);
    expect(await count('SELECT 1 AS x FROM shelf_notes')).toBe(1);
    expect(await count('SELECT 1 AS x FROM chats WHERE root_chat IS NOT NULL')).toBe(2);
  });
});

describe('makeDemoFile', () => {
  it('makes files that are what they say, the same every time', async () => {
    const expected = { film: 'video/webm', voiceTiny: 'audio/wav', plan: 'application/pdf', rolls: 'application/zip' };
    for (const [name, type] of Object.entries(expected)) {
      const { t, bytes, about } = await makeDemoFile(name as keyof typeof expected);
      const sniffed = sniffFile(bytes.subarray(0, 4_096));
      expect(sniffed.type).toBe(type);
      if (t !== 'f') expect(sniffed.as).toContain(t);
      if (t === 'a') expect(about.f).toMatch(/^[A-Z2-7]{64}$/);
      if (t !== 'v') expect((await makeDemoFile(name as keyof typeof expected)).bytes.equals(bytes)).toBe(true);
    }
  });
});
