/** Measures how loud a microphone is. */
export interface SoundMeter {
  /** now, 0–1, as the ear hears it */
  level(): number;
  close(): void;
}

/** Samples that are looked at: about 40 ms. */
const windowSamples = 2_048;
/** What is as quiet as this is nothing, and as loud as that is the most, dB below the loudest there can be. */
const [floorDb, topDb] = [-52, -8];

/** Makes it. The sound goes nowhere. */
export function soundMeter(stream: MediaStream): SoundMeter {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = windowSamples;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level() {
      // Some browsers begin with a context that waits for a press.
      if (context.state === 'suspended') void context.resume();
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      const db = 10 * Math.log10(power + 1e-12);
      return Math.min(1, Math.max(0, (db - floorDb) / (topDb - floorDb)));
    },
    close() {
      if (context.state !== 'closed') void context.close();
    },
  };
}
