import { expect, it } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { toChatId, toCid } from '#protocol/casts.ts';
import type { UploadRow } from '#sync/changes.ts';
import { applyUploads, projectUploads } from './uploadsStore.ts';

const row = (id: string, sent: number): UploadRow => ({
  ...{ id: id as MediaId, c: toChatId(1), cid: toCid('cid'), t: 'i', bytes: 10, sent, state: 'going', at: 0 },
});

it('batches make the same as a fresh read, and one about something else changes nothing', () => {
  const before = projectUploads([row('a', 1), row('b', 2)]);
  const after = applyUploads(before, { num: 1, tables: { uploads: { put: [row('a', 5)], del: ['b' as MediaId] } } });
  expect(after).toEqual(projectUploads([row('a', 5)]));
  expect(applyUploads(after, { num: 2, tables: {} })).toBe(after);
  expect(applyUploads(after, { num: 3, tables: {}, wiped: ['uploads'] })).toEqual(projectUploads([]));
});
