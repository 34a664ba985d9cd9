/** What an element that plays sound tells. */
export interface OutputEars {
  /** It is at this moment, ms; several times a second while it plays. */
  onTime(ms: number): void;
  onEnd(): void;
  /** The browser stopped it by itself: a call came, headphones were pulled out, another app plays. */
  onStopped(): void;
  onBroken(): void;
}

/** The one sound element of a tab. */
export interface AudioOutput {
  /** Lets the browser know that a person wants to hear something. Call it from a press: what is played later on is allowed by it. */
  bless(): void;
  /** Brings a recording to a moment, ms. Rejects if the browser cannot play it. What was loaded before is put away. */
  load(blob: Blob, ms: number): Promise<void>;
  /** Rejects if the browser does not let it. */
  play(speed: number): Promise<void>;
  pause(): void;
  seek(ms: number): void;
  setSpeed(speed: number): void;
  /** Puts away what is loaded. */
  clear(): void;
}

/** A recording that is not read by then is none for this browser, ms. */
const limitMs = 10_000;
/** Beyond the end of any recording, s. */
const farS = 1e7;

/** Makes it. */
export function audioOutput(ears: OutputEars): AudioOutput {
  const audio = new Audio();
  let url: string | undefined;
  let isBlessed = false;
  /** whether somebody outside of this is meant to hear of what the element does */
  let isOpen = false;
  /** whether it is asked to play: only then a stop is news */
  let isWanted = false;
  const clear = (): void => {
    isOpen = false;
    isWanted = false;
    audio.pause();
    audio.removeAttribute('src');
    if (url !== undefined) URL.revokeObjectURL(url);
    url = undefined;
  };
  audio.addEventListener('timeupdate', () => isOpen && ears.onTime(Math.round(audio.currentTime * 1_000)));
  audio.addEventListener('ended', () => isOpen && ears.onEnd());
  audio.addEventListener('pause', () => isOpen && isWanted && !audio.ended && ears.onStopped());
  audio.addEventListener('error', () => isOpen && ears.onBroken());
  return {
    bless() {
      if (isBlessed || url !== undefined) return;
      isBlessed = true;
      url = URL.createObjectURL(quiet());
      audio.src = url;
      // Where it is not let, the real one is not either, and says so.
      audio.play().catch(() => undefined);
    },
    async load(blob, ms) {
      clear();
      const src = URL.createObjectURL(blob);
      url = src;
      audio.src = src;
      const isRead = await happens(audio, 'loadedmetadata');
      if (url !== src) return;
      if (!isRead) throw new DOMException('not playable here', 'NotSupportedError');
      // A recording that was written while it was made does not say how long it is, and cannot be sought in before somebody has been at its end.
      if (!Number.isFinite(audio.duration)) await goTo(audio, farS);
      if (url === src) await goTo(audio, ms / 1_000);
      if (url === src) isOpen = true;
    },
    async play(speed) {
      isWanted = true;
      audio.playbackRate = speed;
      await audio.play();
    },
    pause() {
      isWanted = false;
      audio.pause();
    },
    seek(ms) {
      audio.currentTime = ms / 1_000;
    },
    setSpeed(speed) {
      audio.playbackRate = speed;
    },
    clear,
  };
}

async function goTo(audio: HTMLAudioElement, seconds: number): Promise<void> {
  if (audio.currentTime === seconds) return;
  const sought = happens(audio, 'seeked');
  audio.currentTime = seconds;
  await sought;
}

/** Whether it happens in time, and before an error. */
function happens(audio: HTMLAudioElement, what: 'loadedmetadata' | 'seeked'): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const ending = new AbortController();
  const { signal } = ending;
  const timer = setTimeout(resolve, limitMs, false);
  audio.addEventListener(what, () => resolve(true), { signal });
  audio.addEventListener('error', () => resolve(false), { signal });
  return promise.finally(() => {
    clearTimeout(timer);
    ending.abort();
  });
}

/** A wave file in which nothing is heard: a header, and a few samples of the middle. */
function quiet(): Blob {
  const samples = 80;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const write = (at: number, text: string): void =>
    Array.from(text).forEach((letter, index) => view.setUint8(at + index, letter.codePointAt(0) ?? 0));
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8_000, true);
  view.setUint32(28, 8_000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, samples, true);
  for (let at = 44; at < 44 + samples; at += 1) view.setUint8(at, 128);
  return new Blob([view.buffer], { type: 'audio/wav' });
}
