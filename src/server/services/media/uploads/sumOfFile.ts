import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** Bytes that are read at a time: the same piece of memory for the whole file, which a stream would take anew for each. */
const pieceBytes = 256 * 1_024;

/** SHA-256 of a file, hex. */
export async function sumOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafeSlow(pieceBytes);
  const file = await open(path);
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one piece after the other
      const { bytesRead } = await file.read(piece, 0, pieceBytes, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
