import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId } from '#protocol/ids.ts';

/** A voice message as it is played; see `VoiceTrack` of the stores. */
export interface VoiceTrack {
  id: MediaId;
  c: ChatId;
  s: number | undefined;
  u: number;
  name?: string | undefined;
  ms: number;
}

type Speed = 1 | 1.5 | 2;

/** What is played now. */
export interface VoicePlay {
  track: VoiceTrack | undefined;
  state: 'idle' | 'loading' | 'playing' | 'paused' | 'failed';
  ms: number;
  speed: Speed;
  problem: 'away' | 'unreadable' | undefined;
  heard: ReadonlySet<MediaId>;
}

/** Plays voice messages, one at a time; see `VoicePlayer` of the stores. Previews give one that only draws. */
export interface VoiceSource {
  get(): VoicePlay;
  subscribe(listener: () => void): () => void;
  toggle(track: VoiceTrack): void;
  seek(track: VoiceTrack, ms: number): void;
  setSpeed(speed: Speed): void;
}
