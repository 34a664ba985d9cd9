import { randomBytes } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { AppError, type ErrorCode } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Storage } from '#server/storage/units.ts';
import type { FileCopy } from '#server/storage/units/files/finishUpload.ts';
import type { MediaTools } from '../mediaTools.ts';
import { photoSizes } from '../pictureMessages.ts';
import { sniffBytes, sniffFile, type SniffedFile } from '../sniffFile.ts';
import { sumOfFile } from './sumOfFile.ts';

/** Makes what has come completely usable. */
export interface Finisher {
  /**
   * Looks at an upload whose last byte is there, makes the copies of a picture, stores everything, and lets messages have it. Of several calls for one upload the work is done once; one that failed half way
   * is repeated. Throws NOT_A_PICTURE, WRONG_TYPE, TOO_LARGE: it is refused for good; GONE: it was cancelled; UNAVAILABLE, BUSY: later.
   */
  finish(id: MediaId, owner: UserId): Promise<void>;
}

/** What a copy is before it is stored. */
interface LocalCopy {
  readonly size: string;
  readonly path: string;
  readonly type: string;
}

/** What was found out about a file. */
interface Examined {
  readonly type: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly blur: string | null;
  readonly copies: readonly LocalCopy[];
}

/** Reasons that no repeat changes. */
const final: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['NOT_A_PICTURE', 'WRONG_TYPE', 'TOO_LARGE']);

/** Makes a {@link Finisher}. */
export function createFinisher(storage: Storage, media: MediaTools): Finisher {
  const running = new Map<MediaId, Promise<void>>();
  const finish = async (id: MediaId, owner: UserId): Promise<void> => {
    const { t, isReady } = await storage.run('findUpload', { id, owner });
    if (isReady) return;
    const path = join(media.uploads, id);
    try {
      const { copies, ...known } = await examine(media, t, path);
      const stored: FileCopy[] = [];
      for (const copy of copies) stored.push(await storeCopy(storage, media, copy));
      await storage.run('finishUpload', { id, ...known, copies: stored });
      await rm(path, { force: true });
    } catch (error) {
      if (isMissing(error)) throw new AppError('GONE', { cause: error });
      if (error instanceof AppError && final.has(error.code)) {
        await storage.run('refuseUpload', { id, code: error.code });
        await rm(path, { force: true });
      }
      throw error;
    } finally {
      for (const size of photoSizes) await rm(`${path}.${size}`, { force: true });
    }
  };
  return {
    finish(id, owner) {
      const current = running.get(id) ?? finish(id, owner).finally(() => running.delete(id));
      running.set(id, current);
      return current;
    },
  };
}

async function examine({ maker }: MediaTools, t: MediaType, path: string): Promise<Examined> {
  const sniffed = await sniff(path);
  if (t === 'i') {
    if (!sniffed.picture) throw new AppError('NOT_A_PICTURE');
    const { width, height, blur, copies } = await maker.photo(sniffed.picture, path);
    return { type: copies.find(({ size }) => size === 'o')?.type ?? sniffed.type, width, height, blur, copies };
  }
  if (t !== 'f' && !sniffed.as.includes(t)) throw new AppError('WRONG_TYPE');
  const type = (t === 'a' ? sniffed.audio : undefined) ?? sniffed.type;
  return { type, width: null, height: null, blur: null, copies: [{ size: 'o', path, type }] };
}

async function sniff(path: string): Promise<SniffedFile> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0);
    return sniffFile(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

async function storeCopy(storage: Storage, { store }: MediaTools, { size, path, type }: LocalCopy): Promise<FileCopy> {
  const { size: bytes } = await stat(path);
  const sum = await sumOfFile(path);
  const { key, isThere } = await storage.run('holdStored', {
    sum,
    fresh: `${sum}.${randomBytes(6).toString('base64url')}`,
  });
  if (!isThere) await store.put(key, { path, size: bytes });
  return { size, key, type, bytes };
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
