import { createStore } from 'zustand/vanilla';
import { toWaveform } from '#domain/voice/waveform.ts';
import type { Microphone, MicrophoneProblem } from '#client/stores/microphone.ts';
import type { VoiceKit } from '#client/stores/mediaStore.ts';
import type { VoicePlay, VoicePlayer } from '#client/stores/voicePlayer.ts';
import type { MediaId } from '#protocol/entities/media.ts';

/** A player that only says what it does. An id that begins with `lost` cannot be had; one that begins with `heard` was heard. */
export function fakeVoicePlayer(first: Partial<VoicePlay> = {}): VoicePlayer {
  const store = createStore<VoicePlay>(() => ({
    ...{ track: undefined, state: 'idle', ms: 0, speed: 1, problem: undefined, heard: new Set() },
    ...first,
  }));
  return {
    get: store.getState,
    subscribe: store.subscribe,
    toggle(track) {
      const { track: now, state, ms, heard } = store.getState();
      const isSame = now?.id === track.id;
      if (track.id.startsWith('lost')) return store.setState({ track, state: 'failed', ms: 0, problem: 'away' });
      if (isSame && state === 'playing') return store.setState({ state: 'paused' });
      store.setState({
        ...{ track, state: 'playing', ms: isSame ? ms : 0, problem: undefined },
        heard: new Set([...heard, track.id]),
      });
    },
    seek(track, ms) {
      const { track: now, state } = store.getState();
      store.setState({ track, ms, state: now?.id === track.id ? state : 'paused' });
    },
    setSpeed: (speed) => store.setState({ speed }),
    pause: () => store.setState(({ state }) => ({ state: state === 'playing' ? 'paused' : state })),
    close: () => store.setState({ track: undefined, state: 'idle', ms: 0 }),
  };
}

/** A microphone that hears a voice going up and down. */
export function fakeMicrophone(
  note: (name: string, input: unknown) => void = () => undefined,
): Microphone & { lose(): void; isOpen(): boolean } {
  let count = 0;
  let isOpen = true;
  let lost: (() => void) | undefined;
  const blob = new Blob(['sound'], { type: 'audio/webm' });
  return {
    level: () => (Math.sin((count += 0.7)) + 1) / 2,
    pause: () => note('microphone', 'pause'),
    resume: () => note('microphone', 'resume'),
    peek: async () => blob,
    async stop() {
      isOpen = false;
      note('microphone', 'stop');
      return blob;
    },
    onLost: (listener) => (lost = listener),
    lose: () => lost?.(),
    isOpen: () => isOpen,
  };
}

/** Voice without a device. `problem`: why there is no microphone. */
export function fakeVoiceKit(
  note: (name: string, input: unknown) => void,
  { problem, play }: { problem?: MicrophoneProblem; play?: Partial<VoicePlay> } = {},
): VoiceKit {
  let count = 0;
  return {
    player: fakeVoicePlayer(play),
    openMicrophone: async () => (problem ? { problem } : fakeMicrophone(note)),
    async keep({ id, blob, ms, levels }) {
      note('keepVoice', { id, ms });
      count += 1;
      const kept = id ?? (`voice-${count}`.padEnd(22, '_') as MediaId);
      return { part: { id: kept, t: 'a', z: blob.size, d: Math.max(1, Math.round(ms)), f: toWaveform(levels) } };
    },
  };
}
