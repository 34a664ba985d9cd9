import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId } from '#protocol/ids.ts';

/** A voice message as it is played. */
export interface VoiceTrack {
  id: MediaId;
  c: ChatId;
  /** seq; undefined: it has not arrived, or is not sent yet */
  s: number | undefined;
  /** member id of who speaks */
  u: number;
  /** how they are called in this chat, where that is not their own name */
  name?: string | undefined;
  ms: number;
}

/** How fast voice messages are played. */
export const voiceSpeeds = [1, 1.5, 2] as const;
export type VoiceSpeed = (typeof voiceSpeeds)[number];

/** Why it is not heard. `away`: it is not on this device, and the server cannot be reached; `unreadable`: this browser cannot play it. */
export type VoiceProblem = 'away' | 'unreadable';

/** What is played in this tab. One object; a new one with every change. */
export interface VoicePlay {
  /** the one message that is at hand */
  track: VoiceTrack | undefined;
  state: 'idle' | 'loading' | 'playing' | 'paused' | 'failed';
  /** where it is */
  ms: number;
  speed: VoiceSpeed;
  problem: VoiceProblem | undefined;
  /** messages that were played on this device */
  heard: ReadonlySet<MediaId>;
}

/** Plays voice messages, one at a time, also while other places are looked at. */
export interface VoicePlayer {
  get(): VoicePlay;
  subscribe(listener: () => void): () => void;
  /** Plays a message from where it is, or lets it pause. Whatever else plays stops. Call it from a press. */
  toggle(track: VoiceTrack): void;
  /** Goes to another moment of a message, ms. One that is not at hand waits there until it is played. */
  seek(track: VoiceTrack, ms: number): void;
  setSpeed(speed: VoiceSpeed): void;
  /** Something else is to be heard, or to listen. */
  pause(): void;
  /** Puts it away. */
  close(): void;
}
