import { describe, expect, it } from 'vitest';
import type { MediaId } from '#protocol/entities/media.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { keepVoiceMemory, readVoiceMemory } from './voiceMemory.ts';

const ids = (...words: string[]): Set<MediaId> => new Set(words as MediaId[]);

describe('what a device knows about listening', () => {
  it('is nothing at first, and nothing where it is broken', async () => {
    const store = memoryLocalStore();
    expect(await readVoiceMemory(store)).toEqual({ speed: 1, heard: new Set() });
    for (const val of ['{', 'null', '7', '{"speed":9,"heard":[1,null,"a"]}']) {
      await store.commit((tx) => tx.put('meta', [{ key: 'voice', val }]));
      const { speed, heard } = await readVoiceMemory(store);
      expect([speed, [...heard].every((id) => typeof id === 'string')]).toEqual([1, true]);
    }
  });

  it('is kept together with what another tab has heard meanwhile, and told to it', async () => {
    const store = memoryLocalStore();
    const channel = fakeChannel();
    const [line, other] = [channel('one'), channel('two')];
    const told: string[] = [];
    other.onEvent((event) => told.push(event.t));
    await keepVoiceMemory(store, line, { speed: 1.5, heard: ids('a', 'b') });
    await keepVoiceMemory(store.reopen(), other, { speed: 2, heard: ids('c') });
    expect(await readVoiceMemory(store)).toEqual({ speed: 2, heard: ids('a', 'b', 'c') });
    expect(told).toEqual(['batch']);
  });

  it('is bounded: what was heard longest ago is forgotten first', async () => {
    const store = memoryLocalStore();
    const line = fakeChannel()('one');
    await keepVoiceMemory(store, line, { speed: 1, heard: ids('first') });
    const many = ids(...Array.from({ length: 2_000 }, (_, at) => `id-${at}`));
    await keepVoiceMemory(store, line, { speed: 1, heard: many });
    const { heard } = await readVoiceMemory(store);
    expect([heard.size, heard.has('first' as MediaId)]).toEqual([2_000, false]);
  });
});
