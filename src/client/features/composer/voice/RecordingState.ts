import type { MicrophoneProblem } from '#client/stores/microphone.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ChatId } from '#protocol/ids.ts';

/** Why a recording did not begin, or ended by itself: the reasons of the microphone, and `unavailable`: its code cannot be had; `lost`: the microphone is gone; `limit`: it is as long as it may be; `full`: this device has no room. */
export type RecordingNote = MicrophoneProblem | 'unavailable' | 'lost' | 'limit' | 'full';

/** What is recorded in this tab; there is one microphone, and so one recording. */
export interface RecordingState {
  /** the chat it is for; undefined: nothing is recorded */
  c: ChatId | undefined;
  phase: 'idle' | 'asking' | 'on' | 'paused' | 'ending';
  /** it goes on when the press ends */
  isLocked: boolean;
  ms: number;
  /** the last moments, 0–1, a bar each */
  tail: readonly number[];
  /** as far as it is kept; told while it pauses, so that one can listen to it */
  part: MediaPart | undefined;
  /** told in the chat it is about until the person has seen it */
  note: { c: ChatId; why: RecordingNote } | undefined;
}
