import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Ack } from '#protocol/errors.ts';
import type { Microphone, MicrophoneProblem } from './microphone.ts';
import type { VoicePlayer, VoiceTrack } from './voicePlayer.ts';

/** In what size a part of a message is asked for: a picture with a longest side of so many px, or the whole file. */
export type MediaSize = '320' | '1280' | 'o';

/** Where parts of messages are shown from: a file of this device that is on its way, what this device has kept, or the server. */
export interface MediaFiles {
  /** Address of a part, or undefined while there is none to be had. A pure look: ask for it with `hold`. */
  srcOf(id: MediaId, size: MediaSize): string | undefined;
  /**
   * The part is on screen until the answer is called. `isOwn`: its bytes may still be on this device; their address stays the same as long as somebody holds it, also
   * when the message arrives meanwhile.
   */
  hold(id: MediaId, isOwn: boolean): () => void;
  /** What is at this address could not be shown. */
  failed(id: MediaId, src: string): void;
  /** Calls back when an address has changed. Answers how to stop. */
  subscribe(listener: () => void): () => void;
}

/** `standard`: pictures of at most 2048 px; `original`: every pixel. In both nothing tells where and with what they were made. */
export type MediaQuality = 'standard' | 'original';

/** Why a file cannot be taken. `full`: this device has no room for it. */
export type TakeProblem = 'empty' | 'tooLarge' | 'full';

/** What was recorded. `id`: of the same recording as far as it was kept before; `levels`: loudness 0–1 in equal steps. */
export interface VoiceTake {
  id?: MediaId | undefined;
  blob: Blob;
  ms: number;
  levels: readonly number[];
}

/** Recording and playing of voice messages. */
export interface VoiceKit {
  readonly player: VoicePlayer;
  /** Asks for the microphone and records at once. Never rejects. Call it from a press. */
  openMicrophone(): Promise<Microphone | { problem: MicrophoneProblem }>;
  /** Keeps a recording on this device, in the place of what was kept of it before. Never rejects. */
  keep(take: VoiceTake): Promise<{ part: MediaPart } | { problem: 'full' }>;
}

/** What a person does with photos, videos and files. Its code comes with the first of them. */
export interface MediaKit {
  readonly files: MediaFiles;
  readonly voice: VoiceKit;
  /** Prepares a file and keeps its bytes on this device, under a new id. Never rejects. */
  take(file: File, quality: MediaQuality): Promise<{ part: MediaPart } | { problem: TakeProblem }>;
  /** Sends bytes that were taken, without a message: what names them next can have them. Tries again for a while; they stay here until they have arrived. `onSent`: bytes so far. Never rejects. */
  send(part: MediaPart, onSent: (bytes: number) => void): Promise<Ack<null>>;
  /** Drops bytes that were taken and are not wanted any more. */
  drop(ids: readonly MediaId[]): Promise<void>;
  /** Saves a file where the person keeps downloads; false if it cannot be had now. */
  save(part: Pick<MediaPart, 'id' | 'n' | 't' | 'm'>): Promise<boolean>;
  /** How many files of messages this device has kept, and their bytes. */
  measure(): Promise<{ files: number; bytes: number }>;
  /** Takes kept files of messages from this device; what is on its way stays. */
  forget(): Promise<void>;
  /** Bytes of files that may stay on this device, and setting them; 0: none. What is on its way stays in any case. */
  budget(): Promise<number>;
  setBudget(bytes: number): Promise<void>;
}

/** The kit, once it is there, and the voice message that is at hand. */
export interface MediaState {
  kit: MediaKit | undefined;
  track: VoiceTrack | undefined;
}

/** Makes the store that holds the kit. */
export function createMediaStore(): StoreApi<MediaState> {
  return createStore<MediaState>(() => ({ kit: undefined, track: undefined }));
}
