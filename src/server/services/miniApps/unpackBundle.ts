import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { bundlePathSchema } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';

/** Entries of an archive, its folders and what its maker's computer adds included. */
const entriesMax = limits.bundleFilesMax * 4;
/** Kinds of entries as Unix archives note them. */
const unixKind = { mask: 0o170000, file: 0o100000, folder: 0o040000 } as const;
/** Notes of a desktop about files; nobody means to upload them. */
const litter = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/;

const bad = (message: string, cause?: unknown) => new AppError('BAD', { message: message.slice(0, 200), cause });

/**
 * The files of a zip, by path, in memory. One folder around all of them is left out. Nothing that an archive says about its sizes is believed: what comes out is
 * counted while it comes out. Throws TOO_LARGE, and BAD with the reason: no zip, damaged, empty, a name that leads outside or cannot be served, a link, a secret entry,
 * a name twice.
 */
export async function unpackBundle(zip: Uint8Array): Promise<Map<string, Uint8Array>> {
  if (zip.length > limits.bundleZipMax) throw new AppError('TOO_LARGE', { message: 'the zip' });
  const archive = await openArchive(zip);
  if (archive.entryCount > entriesMax) throw new AppError('TOO_LARGE', { message: 'number of files' });
  const files = new Map<string, Uint8Array>();
  let left: number = limits.bundleBytesMax;
  try {
    for await (const entry of archive.eachEntry()) {
      if (!isWanted(entry)) continue;
      if (files.has(entry.fileName)) throw bad(`${entry.fileName} is there twice`);
      if (files.size === limits.bundleFilesMax) throw new AppError('TOO_LARGE', { message: 'number of files' });
      if (entry.uncompressedSize > left) throw new AppError('TOO_LARGE', { message: 'unpacked' });
      const bytes = await readEntry(archive, entry, left);
      left -= bytes.length;
      files.set(entry.fileName, bytes);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw bad(error instanceof Error ? error.message : 'not a zip file', error);
  } finally {
    archive.close();
  }
  if (files.size === 0) throw bad('there is no file in it');
  return checkPaths(withoutTop(files));
}

async function openArchive(zip: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true });
  } catch (error) {
    throw bad(`not a zip file: ${error instanceof Error ? error.message : ''}`, error);
  }
}

/** False for folders and litter. Throws BAD for what is neither a file nor a folder. */
function isWanted(entry: Entry): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & unixKind.mask;
  if (kind !== 0 && kind !== unixKind.file && kind !== unixKind.folder) throw bad(`${entry.fileName} is a link`);
  if (entry.fileName.endsWith('/') || kind === unixKind.folder || litter.test(entry.fileName)) return false;
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw bad(`${entry.fileName} is locked by a password`);
  return true;
}

/** Content of an entry. `left`: bytes it may have. */
async function readEntry(archive: ZipFile, entry: Entry, left: number): Promise<Uint8Array> {
  const stream = await archive.openReadStreamPromise(entry);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    // Leaving the loop also ends the stream: nothing more is inflated.
    if (size > left) throw new AppError('TOO_LARGE', { message: 'unpacked' });
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  if (crc32(bytes) !== entry.crc32) throw bad(`${entry.fileName} is damaged`);
  return bytes;
}

/** People pack the folder, not what is in it. */
function withoutTop(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const top = [...files.keys()][0]?.split('/')[0] ?? '';
  if (![...files.keys()].every((path) => path.startsWith(`${top}/`))) return files;
  return new Map([...files].map(([path, bytes]) => [path.slice(top.length + 1), bytes]));
}

function checkPaths(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const parts = path.split('/');
    if (!bundlePathSchema.safeParse(path).success || parts.includes('')) throw bad(`${path} is no name for a file`);
    for (let depth = 1; depth < parts.length; depth += 1) folders.add(parts.slice(0, depth).join('/'));
  }
  for (const path of files.keys()) if (folders.has(path)) throw bad(`${path} is a file and a folder`);
  return files;
}
