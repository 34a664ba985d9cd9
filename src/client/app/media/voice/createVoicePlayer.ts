import type { VoicePlay, VoicePlayer, VoiceProblem, VoiceSpeed, VoiceTrack } from '#client/stores/voicePlayer.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { emitter } from '#base/emitter.ts';

/** What the player hears by; see `audioOutput`. */
export interface VoiceOutput {
  bless(): void;
  load(blob: Blob, ms: number): Promise<void>;
  play(speed: number): Promise<void>;
  pause(): void;
  seek(ms: number): void;
  setSpeed(speed: number): void;
  clear(): void;
}

/** What the output tells; see `OutputEars`. */
export interface VoiceEars {
  onTime(ms: number): void;
  onEnd(): void;
  onStopped(): void;
  onBroken(): void;
}

/** What the player stands on. */
export interface VoicePlayerDeps {
  open(ears: VoiceEars): VoiceOutput;
  /** the bytes of a message; undefined if they cannot be had now */
  read(track: VoiceTrack): Promise<Blob | undefined>;
  /** the voice message that comes after one in its chat */
  next(track: VoiceTrack): Promise<VoiceTrack | undefined>;
  speed: VoiceSpeed;
  heard: ReadonlySet<MediaId>;
  /** The person chose another speed, or heard something for the first time. */
  onKeep(play: Pick<VoicePlay, 'speed' | 'heard'>): void;
  /** Something begins to be heard. */
  onSound(): void;
}

/** The player, and how what other tabs have heard reaches it. */
export interface OwnVoicePlayer extends VoicePlayer {
  learn(kept: Partial<Pick<VoicePlay, 'speed' | 'heard'>>): void;
}

/*
 *   idle ── toggle ──> loading ── sound ──> playing <── toggle ──> paused <── seek of another one
 *    ^                    └── none ──> failed ── toggle ──> loading          └── toggle ──> loading (if its bytes are not there)
 *    └── end, and nothing comes after it; close
 */
/** Makes the player of a tab. What is asked for last wins: an answer to an earlier question is dropped. */
export const createVoicePlayer = (deps: VoicePlayerDeps): OwnVoicePlayer => new Player(deps);

const none = { track: undefined, state: 'idle', ms: 0, problem: undefined } as const;

class Player implements OwnVoicePlayer {
  private readonly changes = emitter<void>();
  private readonly deps: VoicePlayerDeps;
  private readonly output: VoiceOutput;
  private play: VoicePlay;
  /** grows with everything that is asked for */
  private turn = 0;
  /** whose bytes the output has */
  private loaded: MediaId | undefined;

  constructor(deps: VoicePlayerDeps) {
    this.deps = deps;
    this.play = { ...none, speed: deps.speed, heard: deps.heard };
    this.output = deps.open({
      onTime: (ms) => {
        if (this.isAt('playing') && this.play.track) this.set({ ms: Math.min(ms, this.play.track.ms) });
      },
      onEnd: () => void this.goOn(),
      onStopped: () => {
        if (this.isAt('playing')) this.set({ state: 'paused' });
      },
      onBroken: () => this.fail('unreadable'),
    });
  }

  get = (): VoicePlay => this.play;

  subscribe = (listener: () => void): (() => void) => this.changes.on(listener);

  toggle(track: VoiceTrack): void {
    const isAtHand = this.play.track?.id === track.id;
    if (isAtHand && this.isAt('playing', 'loading')) {
      this.pause();
      return;
    }
    this.output.bless();
    void this.start(track, isAtHand && this.isAt('paused') ? this.play.ms : 0);
  }

  seek(track: VoiceTrack, to: number): void {
    const ms = Math.min(Math.max(0, Math.round(to)), track.ms);
    if (this.play.track?.id === track.id && this.isAt('playing', 'paused')) {
      if (this.loaded === track.id) this.output.seek(ms);
      this.set({ ms });
      return;
    }
    this.turn += 1;
    this.output.pause();
    this.set({ track, state: 'paused', ms, problem: undefined });
  }

  setSpeed(speed: VoiceSpeed): void {
    this.output.setSpeed(speed);
    this.set({ speed });
    this.deps.onKeep(this.play);
  }

  pause(): void {
    if (!this.isAt('playing', 'loading')) return;
    this.turn += 1;
    this.output.pause();
    this.set({ state: 'paused' });
  }

  close(): void {
    this.turn += 1;
    this.loaded = undefined;
    this.output.clear();
    this.set(none);
  }

  learn(kept: Partial<Pick<VoicePlay, 'speed' | 'heard'>>): void {
    this.set({ ...kept, heard: new Set([...(kept.heard ?? []), ...this.play.heard]) });
  }

  private isAt(...states: VoicePlay['state'][]): boolean {
    return states.includes(this.play.state);
  }

  private set(change: Partial<VoicePlay>): void {
    this.play = { ...this.play, ...change };
    this.changes.emit();
  }

  private fail(problem: VoiceProblem): void {
    this.loaded = undefined;
    this.output.clear();
    this.set({ state: 'failed', problem });
  }

  private async start(track: VoiceTrack, from: number): Promise<void> {
    this.turn += 1;
    const mine = this.turn;
    const isOver = (): boolean => mine !== this.turn;
    this.output.pause();
    this.set({ track, state: 'loading', ms: from, problem: undefined });
    try {
      if (this.loaded === track.id) this.output.seek(from);
      else {
        this.loaded = undefined;
        const blob = await this.deps.read(track);
        if (isOver()) return;
        if (!blob) {
          this.fail('away');
          return;
        }
        await this.output.load(blob, from);
        if (isOver()) return;
        this.loaded = track.id;
      }
      await this.sound(track, isOver);
    } catch {
      // Whether it is the file or the browser, it cannot be heard here.
      if (!isOver()) this.fail('unreadable');
    }
  }

  private async sound(track: VoiceTrack, isOver: () => boolean): Promise<void> {
    this.deps.onSound();
    await this.output.play(this.play.speed);
    if (isOver()) return;
    // What is not sent yet is nobody's to hear for the first time.
    const isNew = track.s !== undefined && !this.play.heard.has(track.id);
    this.set({ state: 'playing', ...(isNew ? { heard: new Set([...this.play.heard, track.id]) } : {}) });
    if (isNew) this.deps.onKeep(this.play);
  }

  private async goOn(): Promise<void> {
    const ended = this.play.track;
    if (!ended) return;
    this.turn += 1;
    const mine = this.turn;
    const next = ended.s === undefined ? undefined : await this.deps.next(ended).catch(() => undefined);
    if (mine !== this.turn) return;
    if (next) await this.start(next, 0);
    else this.close();
  }
}
