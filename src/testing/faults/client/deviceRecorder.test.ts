import { expect, test } from 'vitest';
import type { ChangeBatch } from '#sync/changes.ts';
import type { HistoryEvent } from '../check/history.ts';
import { deviceRecorder } from './deviceRecorder.ts';

test('a device has seen nothing of a commit that is not on disk: a kill in between would make its history know more than it does', () => {
  const history: HistoryEvent[] = [];
  const recorder = deviceRecorder(13, (event) => void history.push(event));
  const chat = { c: 5, head: { rev: 85 }, me: { rs: 3 }, sync: { rev: 85, tailFrom: 1 } };
  const batch = { num: 1, tables: { chats: { put: [chat], del: [] } } } as unknown as ChangeBatch;
  recorder.onBatch(batch, 1);
  expect(history).toEqual([]);
  recorder.onStored(batch);
  expect(history).toMatchObject([{ e: 'saw', d: 13, c: 5, chat: { rev: 85 } }]);
});
