import { seededRandom } from '#base/seededRandom.ts';
import { toWaveform } from '#domain/voice/waveform.ts';

/** A voice message of the demo: its bytes, length in ms, and loudness as `mediaPartSchema` has it. */
export interface MadeVoice {
  readonly bytes: Buffer;
  readonly ms: number;
  readonly loudness: string;
}

/** Samples per second: enough for speech. */
const rate = 8_000;
const steps = 64;
/** A quiet scale, Hz. */
const scale = [196, 220, 262, 294, 330, 392];

/** Somebody hums, syllable by syllable with pauses to breathe, as WAV. The same seed hums the same. `seconds`: of the whole. */
export function makeVoice(seed: number, seconds: number): MadeVoice {
  const sound = hum(seed, seconds * rate);
  const levels = Array.from({ length: steps }, (_, step) => {
    const part = sound.subarray(
      Math.floor((step * sound.length) / steps),
      Math.floor(((step + 1) * sound.length) / steps),
    );
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
  });
  return { bytes: toWav(sound), ms: seconds * 1_000, loudness: toWaveform(levels) };
}

/** Samples between −1 and 1. */
function hum(seed: number, length: number): Float32Array {
  const random = seededRandom(seed);
  const sound = new Float32Array(length);
  let at = rate / 5;
  while (at < length) {
    const pitch = random.pick(scale);
    const long = Math.round(rate * (0.14 + random.float() * 0.3));
    const loud = 0.35 + random.float() * 0.5;
    for (let index = 0; index < long && at + index < length; index += 1) {
      const turn = (2 * Math.PI * pitch * index) / rate;
      const swell = Math.sin((Math.PI * index) / long) ** 1.5;
      const tone = Math.sin(turn) + 0.45 * Math.sin(2 * turn) + 0.2 * Math.sin(3 * turn + 1);
      sound[at + index] = (tone / 1.65) * swell * loud;
    }
    // Every few syllables a breath.
    at += long + Math.round(rate * (random.float() < 0.22 ? 0.45 : 0.03));
  }
  return sound;
}

function toWav(sound: Float32Array): Buffer {
  const bytes = Buffer.alloc(44 + sound.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(sound.length * 2, 40);
  for (const [index, value] of sound.entries()) bytes.writeInt16LE(Math.round(value * 32_000), 44 + index * 2);
  return bytes;
}
