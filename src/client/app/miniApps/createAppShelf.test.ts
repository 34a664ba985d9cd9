import { expect, it } from 'vitest';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { sampleApps } from '#testing/sampleApps.ts';
import { createAppShelf } from './createAppShelf.ts';
import { toKeptApps } from './toKeptApps.ts';

const [patungan, antre] = sampleApps;

it('keeps the page part by part, and gives it back', async () => {
  const shelf = createAppShelf(memoryLocalStore());
  expect(await shelf.read()).toBeUndefined();
  shelf.keep({ at: 5, recent: [patungan] });
  shelf.keep({ at: 9, all: [antre, patungan] });
  expect(await shelf.read()).toEqual({ at: 9, recent: [patungan], mine: [], all: [antre, patungan] });
});

it('leaves out what a broken disk made of it, and never throws', () => {
  expect(toKeptApps('{"at":1,"recent":[{"id":"x"},null,7],"mine":{},"all":')).toBeUndefined();
  expect(toKeptApps(JSON.stringify({ at: 1, recent: [{ id: 'x' }, null, patungan], mine: {} }))).toEqual({
    at: 1,
    recent: [patungan],
    mine: [],
    all: [],
  });
  for (const stored of [undefined, 7, '', 'null', '[]', '{}', '{"at":"x"}']) expect(toKeptApps(stored)).toBeUndefined();
});

it('a device that writes nothing rejects nothing', async () => {
  const full = () => Promise.reject(new Error('no room'));
  const shelf = createAppShelf({ read: full, commit: full });
  shelf.keep({ at: 1, recent: [] });
  expect(await shelf.read()).toBeUndefined();
});
