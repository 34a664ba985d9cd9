import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VoiceKit } from '#client/stores/mediaStore.ts';
import type { Microphone, MicrophoneProblem } from '#client/stores/microphone.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RecordingNote, RecordingState } from './RecordingState.ts';

/** What recording stands on. */
export interface RecordingDeps {
  open(): Promise<Microphone | { problem: MicrophoneProblem | 'unavailable' }>;
  keep: VoiceKit['keep'];
  drop(id: MediaId): Promise<void>;
  /** The draft of a chat names what is kept, so that it is there after a reload; undefined: there is nothing any more. */
  noteDraft(c: ChatId, part: MediaPart | undefined): Promise<void>;
  /** It ended by itself: the person finds it in the chat. */
  onKept(c: ChatId, part: MediaPart): void;
  /** Whatever is heard in this tab stops: the microphone would hear it too. */
  hush(): void;
  /** a clock that only goes forward, ms */
  now(): number;
  /** Calls again and again after so many ms; the answer ends it. */
  every(ms: number, run: () => void): () => void;
  /** longest recording, ms */
  most: number;
}

/** Records, one after the other. */
export interface Recording {
  readonly store: StoreApi<RecordingState>;
  /** Begins; what is recorded elsewhere is kept there first. */
  start(c: ChatId, isLocked: boolean): Promise<void>;
  lock(): void;
  pause(): Promise<void>;
  resume(): void;
  /** Ends it and answers what is to be sent; undefined: there was nothing, or it cannot be kept. */
  finish(): Promise<MediaPart | undefined>;
  /** Ends it and puts it into its chat, to be sent later. */
  put(why?: RecordingNote): Promise<void>;
  /** Ends it and forgets it. */
  cancel(): Promise<void>;
  /** The person has read the note. */
  forgetNote(): void;
}

/** Loudness is measured this often; a bar stands for it, ms. */
const levelMs = 100;
/** How much of it is shown while it runs. */
const tailBars = 160;
/** What was recorded is kept this often, so that a page that dies takes little with it, ms. */
const keepEveryMs = 3_000;
/** Shorter is a slip of the hand, ms. */
const leastMs = 400;

const idle = { c: undefined, phase: 'idle', isLocked: false, ms: 0, tail: [], part: undefined } as const;

/** The recording that runs. */
interface Run {
  c: ChatId;
  mic: Microphone | undefined;
  levels: number[];
  /** length until the last pause, and when it went on after it */
  before: number;
  since: number | undefined;
  keptAt: number;
  id: MediaId | undefined;
  stopTimer: () => void;
}

/*
 *   idle ── start ──> asking ── granted ──> on <── pause / resume ──> paused
 *                       └── not ──> idle     └──── finish, put, cancel, limit, lost ────> ending ──> idle
 *   The microphone is open in `on` and `paused` alone; whatever leads out of them closes it first.
 */
/** Makes it. */
export const createRecording = (deps: RecordingDeps): Recording => new Recorder(deps);

class Recorder implements Recording {
  readonly store = createStore<RecordingState>(() => ({ ...idle, note: undefined }));
  private readonly deps: RecordingDeps;
  private run: Run | undefined;
  /** what is written of one recording is written in order */
  private writing: Promise<unknown> = Promise.resolve();

  constructor(deps: RecordingDeps) {
    this.deps = deps;
  }

  start = async (c: ChatId, isLocked: boolean): Promise<void> => {
    if (this.run) await this.put();
    this.deps.hush();
    const mine: Run = {
      ...{ c, mic: undefined, levels: [], before: 0, since: undefined, keptAt: 0, id: undefined },
      stopTimer: () => undefined,
    };
    this.run = mine;
    this.store.setState({ ...idle, c, phase: 'asking', isLocked, note: undefined });
    const mic = await this.deps.open();
    if (this.run !== mine) {
      // The person went away while the browser asked.
      if (!('problem' in mic)) await mic.stop();
      return;
    }
    if ('problem' in mic) {
      this.run = undefined;
      this.store.setState({ ...idle, note: { c, why: mic.problem } });
      return;
    }
    mine.mic = mic;
    mine.since = this.deps.now();
    mine.stopTimer = this.deps.every(levelMs, () => this.tick(mine));
    mic.onLost(() => {
      if (this.run === mine) void this.put('lost');
    });
    this.store.setState({ phase: 'on' });
  };

  lock = (): void => this.store.setState({ isLocked: true });

  pause = async (): Promise<void> => {
    const mine = this.run;
    if (!mine?.mic || mine.since === undefined) return;
    mine.before = this.lengthOf(mine);
    mine.since = undefined;
    mine.mic.pause();
    this.store.setState({ phase: 'paused', isLocked: true, ms: mine.before });
    const part = await this.checkpoint(mine);
    if (this.run === mine && mine.since === undefined) this.store.setState({ part });
  };

  resume = (): void => {
    const mine = this.run;
    if (!mine?.mic || mine.since !== undefined) return;
    this.deps.hush();
    mine.mic.resume();
    mine.since = this.deps.now();
    this.store.setState({ phase: 'on', part: undefined });
  };

  finish = async (): Promise<MediaPart | undefined> => {
    try {
      const ended = await this.end();
      if (!ended) return undefined;
      const { mine, blob } = ended;
      if (mine.before >= leastMs && blob.size > 0) return await this.inOrder(() => this.write(mine, blob));
      await this.forget(mine);
      return undefined;
    } finally {
      this.rest();
    }
  };

  put = async (why?: RecordingNote): Promise<void> => {
    const c = this.run?.c;
    const part = await this.finish();
    if (c === undefined || !part) return;
    if (why) this.store.setState({ note: { c, why } });
    this.deps.onKept(c, part);
  };

  cancel = async (): Promise<void> => {
    const ended = await this.end();
    if (ended) await this.forget(ended.mine);
    this.rest();
  };

  forgetNote = (): void => this.store.setState({ note: undefined });

  private inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = this.writing.then(work, work);
    this.writing = done.catch(() => undefined);
    return done;
  }

  private lengthOf({ before, since }: Run): number {
    return Math.min(this.deps.most, before + (since === undefined ? 0 : this.deps.now() - since));
  }

  private tick(mine: Run): void {
    if (this.run !== mine || mine.since === undefined || !mine.mic) return;
    const ms = this.lengthOf(mine);
    const level = mine.mic.level();
    // A tab in the background is called less often: the bars stay as many as the time says.
    while (mine.levels.length < ms / levelMs) mine.levels.push(level);
    this.store.setState({ ms, tail: mine.levels.slice(-tailBars) });
    if (ms >= this.deps.most) void this.put('limit');
    else if (ms - mine.keptAt >= keepEveryMs) {
      mine.keptAt = ms;
      void this.checkpoint(mine);
    }
  }

  private checkpoint(mine: Run): Promise<MediaPart | undefined> {
    return this.inOrder(async () => {
      // It may have been ended, and dropped, before its turn came.
      if (this.run !== mine || !mine.mic) return undefined;
      return this.write(mine, await mine.mic.peek());
    });
  }

  /** Keeps everything until now. */
  private async write(mine: Run, blob: Blob): Promise<MediaPart | undefined> {
    const kept = await this.deps.keep({ id: mine.id, blob, ms: this.lengthOf(mine), levels: mine.levels });
    if ('problem' in kept) {
      this.store.setState({ note: { c: mine.c, why: 'full' } });
      return undefined;
    }
    mine.id = kept.part.id;
    // What no draft can name is sent all the same; only a reload would lose it.
    await this.deps.noteDraft(mine.c, kept.part).catch(() => undefined);
    return kept.part;
  }

  /** Closes the microphone and answers the recording, which is over for everybody else from here on. */
  private async end(): Promise<{ mine: Run; blob: Blob } | undefined> {
    const mine = this.run;
    if (!mine) return undefined;
    this.run = undefined;
    mine.before = this.lengthOf(mine);
    mine.since = undefined;
    mine.stopTimer();
    this.store.setState({ phase: 'ending' });
    const blob = await mine.mic?.stop();
    return blob && { mine, blob };
  }

  private forget(mine: Run): Promise<void> {
    return this.inOrder(async () => {
      if (mine.id === undefined) return;
      // A device that cannot write forgets with the next sweep of files that nothing names.
      await this.deps.noteDraft(mine.c, undefined).catch(() => undefined);
      await this.deps.drop(mine.id).catch(() => undefined);
    });
  }

  private rest(): void {
    // Another one may have begun meanwhile.
    if (!this.run) this.store.setState(idle);
  }
}
