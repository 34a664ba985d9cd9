import { Transform } from 'node:stream';

/** Lets bytes through until there are more than `max`, or none came for `idleMs`; then the stream breaks. */
export function meterBytes(max: number, idleMs: number): Transform {
  let size = 0;
  const timer = setTimeout(() => meter.destroy(new Error('nothing came for too long')), idleMs);
  const meter = new Transform({
    transform(part: Buffer, _encoding, done) {
      timer.refresh();
      size += part.length;
      if (size > max) done(new Error(`more than ${max} bytes`));
      else done(null, part);
    },
    destroy(error, done) {
      clearTimeout(timer);
      done(error);
    },
  });
  return meter;
}
