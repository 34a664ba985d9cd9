import type { IncomingMessage } from 'node:http';
import { pipeline, type Duplex, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { LinkProblem } from './LinkProblem.ts';
import type { PageWish } from './pageDoor.ts';

const unpackers: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
};

/** Reads an answer, unpacked, and never more than is wanted of it. Throws {@link LinkProblem}. */
export async function readBody(response: IncomingMessage, { bytesMax, tooLong }: PageWish): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(response, bytesMax) as AsyncIterable<Buffer>) {
      const rest = bytesMax - size;
      if (chunk.length > rest && tooLong === 'refuse') throw new LinkProblem('too long');
      chunks.push(chunk.subarray(0, rest));
      size += chunk.length;
      if (size >= bytesMax && tooLong === 'cut') break;
    }
  } catch (error) {
    if (isBroken(error)) throw new LinkProblem('broken packing');
    throw error;
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage, bytesMax: number): Readable {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '') return response;
  const unpacker = unpackers[coding]?.();
  if (!unpacker) throw new LinkProblem(`packed as ${coding}`);
  let size = 0;
  // What unpacks to nothing would go on for ever.
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > bytesMax) response.destroy(new LinkProblem('too long'));
  });
  // Its errors come out of the unpacker.
  pipeline(response, unpacker, () => undefined);
  return unpacker;
}

const isBroken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_|ERR__?BROTLI|ERR_.*BROTLI)/.test(String(error.code));
