import { describe, expect, it } from 'vitest';
import type { VoiceTrack } from '#client/stores/voicePlayer.ts';
import { toChatId } from '#protocol/casts.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { createVoicePlayer, type VoiceEars } from './createVoicePlayer.ts';

const track = (word: string, s = 1): VoiceTrack => ({
  ...{ id: word.padEnd(22, '_') as MediaId, c: toChatId(1), s, u: 7, ms: 20_000 },
});
const [one, two, far] = [track('one'), track('two', 2), track('far', 3)];

/** A device on which `far` cannot be had. */
function start({ isMute = false, next = new Map<MediaId, VoiceTrack>() } = {}) {
  const log: string[] = [];
  const kept: number[] = [];
  let ears: VoiceEars | undefined;
  const player = createVoicePlayer({
    open(given) {
      ears = given;
      return {
        bless: () => undefined,
        async load(blob, ms) {
          log.push(`load ${await blob.text()} ${ms}`);
        },
        async play(speed) {
          if (isMute) throw new DOMException('no', 'NotAllowedError');
          log.push(`play ${speed}`);
        },
        pause: () => log.push('pause'),
        seek: (ms) => log.push(`seek ${ms}`),
        setSpeed: (speed) => log.push(`speed ${speed}`),
        clear: () => log.push('clear'),
      };
    },
    read: async ({ id }) => (id === far.id ? undefined : new Blob([id.replaceAll('_', '')])),
    next: async ({ id }) => next.get(id),
    speed: 1,
    heard: new Set(),
    onKeep: ({ heard }) => kept.push(heard.size),
    onSound: () => log.push('claim'),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { player, log, kept, settle, ears: () => ears as VoiceEars, take: () => log.splice(0) };
}

describe('the player of voice messages', () => {
  it('plays, pauses and goes on from there, without loading it again', async () => {
    const { player, settle, take, ears, kept } = start();
    player.toggle(one);
    expect(player.get()).toMatchObject({ state: 'loading', track: one });
    await settle();
    expect(player.get().state).toBe('playing');
    expect(take()).toEqual(['pause', 'load one 0', 'claim', 'play 1']);
    ears().onTime(4_000);
    player.toggle(one);
    expect(player.get()).toMatchObject({ state: 'paused', ms: 4_000 });
    take();
    player.toggle(one);
    await settle();
    expect(take()).toEqual(['pause', 'seek 4000', 'claim', 'play 1']);
    expect(kept).toEqual([1]);
  });

  it('plays one at a time, and what was asked for last', async () => {
    const { player, settle, take } = start();
    player.toggle(one);
    player.toggle(two);
    await settle();
    expect(player.get()).toMatchObject({ state: 'playing', track: two });
    expect(take().filter((line) => line.startsWith('play'))).toHaveLength(1);
  });

  it('goes on with the next one of the chat, and puts itself away after the last', async () => {
    const { player, settle, ears } = start({ next: new Map([[one.id, two]]) });
    player.toggle(one);
    await settle();
    ears().onEnd();
    await settle();
    expect(player.get()).toMatchObject({ state: 'playing', track: two, ms: 0 });
    ears().onEnd();
    await settle();
    expect(player.get()).toMatchObject({ state: 'idle', track: undefined });
    expect([...player.get().heard]).toEqual([one.id, two.id]);
  });

  it('says why it cannot be heard, and tries again when asked', async () => {
    const { player, settle } = start();
    player.toggle(far);
    await settle();
    expect(player.get()).toMatchObject({ state: 'failed', problem: 'away' });
    expect(player.get().heard.size).toBe(0);
    player.toggle(far);
    expect(player.get()).toMatchObject({ state: 'loading', problem: undefined });
    const mute = start({ isMute: true });
    mute.player.toggle(one);
    await mute.settle();
    expect(mute.player.get()).toMatchObject({ state: 'failed', problem: 'unreadable' });
  });

  it('that breaks in the middle says so', async () => {
    const { player, settle, ears } = start();
    player.toggle(one);
    await settle();
    ears().onBroken();
    expect(player.get()).toMatchObject({ state: 'failed', problem: 'unreadable' });
  });

  it('goes to a moment of one that is not at hand, and plays it from there', async () => {
    const { player, settle, take } = start();
    player.seek(one, 9_000);
    expect(player.get()).toMatchObject({ state: 'paused', ms: 9_000, track: one });
    take();
    player.toggle(one);
    await settle();
    expect(take()).toContain('load one 9000');
    player.seek(one, 999_000);
    expect(player.get().ms).toBe(one.ms);
  });

  it('is stopped by whatever else is to be heard, also while it loads', async () => {
    const { player, settle, take, ears } = start();
    player.toggle(one);
    player.pause();
    await settle();
    expect(player.get().state).toBe('paused');
    expect(take()).not.toContain('play 1');
    player.toggle(one);
    await settle();
    ears().onStopped();
    expect(player.get().state).toBe('paused');
  });

  it('keeps the speed for all, and what is not sent counts as nobody’s', async () => {
    const { player, settle, take, kept } = start();
    player.setSpeed(2);
    player.toggle({ ...track('own'), s: undefined });
    await settle();
    expect(take()).toContain('play 2');
    expect([player.get().heard.size, kept]).toEqual([0, [0]]);
  });

  it('learns what was heard before, and keeps what is heard meanwhile', async () => {
    const { player, settle } = start();
    player.toggle(one);
    await settle();
    player.learn({ heard: new Set([two.id]), speed: 1.5 });
    expect(player.get()).toMatchObject({ speed: 1.5, state: 'playing' });
    expect([...player.get().heard].toSorted()).toEqual([one.id, two.id]);
  });
});
