import { expect, it } from 'vitest';
import { keepNoteMax } from '#domain/keepRules.ts';
import { readNote } from './readNote.ts';

it('takes text of any language, and nothing else', async () => {
  expect(await readNote(new Blob(['\ufeff 買い物 🛒\nsusu \n']))).toEqual({ text: '買い物 🛒\nsusu' });
  for (const bytes of ['', ' \n ', 'a\u0000b', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])])
    expect(await readNote(new Blob([bytes]))).toEqual({ problem: 'noText' });
});

it('takes no more than a note may have', async () => {
  expect(await readNote(new Blob(['x'.repeat(keepNoteMax)]))).toHaveProperty('text');
  expect(await readNote(new Blob(['x'.repeat(keepNoteMax + 1)]))).toEqual({ problem: 'tooLong' });
  expect(await readNote(new Blob([new Uint8Array(keepNoteMax * 4 + 1)]))).toEqual({ problem: 'tooLong' });
});
