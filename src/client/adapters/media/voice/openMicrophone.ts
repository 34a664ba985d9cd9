import { soundMeter, type SoundMeter } from './soundMeter.ts';

/** Why nothing can be recorded; see `MicrophoneProblem` of the app. */
export type MicrophoneFault = 'refused' | 'missing' | 'busy' | 'unsupported';

/** A microphone that is on and records; see `Microphone` of the app. */
export interface OpenedMicrophone {
  level(): number;
  pause(): void;
  resume(): void;
  peek(): Promise<Blob>;
  stop(): Promise<Blob>;
  onLost(listener: () => void): void;
}

/** Kinds of files, the one that is played in the most places first. Which of them a browser can write differs. */
const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
/** Bits a second: speech sounds whole, and five minutes are little more than a megabyte. */
const bitRate = 32_000;
/** A piece of the file is handed out this often, ms: no more than this is lost when the page dies. */
const pieceMs = 1_000;

const faults: Readonly<Record<string, MicrophoneFault>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** Asks for the microphone and records from that moment on. */
export async function openMicrophone(): Promise<OpenedMicrophone | { problem: MicrophoneFault }> {
  // Pages of an insecure address have neither.
  if (!('mediaDevices' in navigator) || !('MediaRecorder' in globalThis)) return { problem: 'unsupported' };
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
    });
  } catch (error) {
    return { problem: faults[error instanceof DOMException ? error.name : ''] ?? 'unsupported' };
  }
  try {
    return record(stream);
  } catch {
    // It has a microphone and cannot write what it hears.
    release(stream);
    return { problem: 'unsupported' };
  }
}

const release = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());

function record(stream: MediaStream): OpenedMicrophone {
  const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: bitRate,
    ...(mimeType === undefined ? {} : { mimeType }),
  });
  const meter: SoundMeter = soundMeter(stream);
  const pieces: Blob[] = [];
  const whole = (): Blob => new Blob(pieces, { type: recorder.mimeType.replace(/;.*/, '') });
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) pieces.push(data);
  });
  // It also stops by itself, when the microphone is gone; the last piece comes before.
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
  recorder.start(pieceMs);
  return {
    level: () => meter.level(),
    pause() {
      if (recorder.state === 'recording') recorder.pause();
    },
    resume() {
      if (recorder.state === 'paused') recorder.resume();
    },
    async peek() {
      if (recorder.state === 'inactive') return whole();
      const handed = new Promise((resolve) => recorder.addEventListener('dataavailable', resolve, { once: true }));
      recorder.requestData();
      await handed;
      return whole();
    },
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      // At once: the sign of the browser that somebody listens must not outlast the press.
      release(stream);
      meter.close();
      await stopped;
      return whole();
    },
    onLost(listener) {
      recorder.addEventListener('error', listener);
      stream.getTracks().forEach((track) => track.addEventListener('ended', listener));
    },
  };
}
