import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { localBlobs, type LocalBlobs } from '#client/adapters/media/localBlobs.ts';
import { mediaCache } from '#client/adapters/media/mediaCache.ts';
import { pictureBench } from '#client/adapters/media/prepare/pictureBench.ts';
import { prepareFile } from '#client/adapters/media/prepare/prepareFile.ts';
import { saveAs } from '#client/adapters/media/saveAs.ts';
import type { Services } from '#client/context.ts';
import type { MediaKit, VoiceKit } from '#client/stores/mediaStore.ts';
import { cleanFileName } from '#domain/cleanFileName.ts';
import { voiceMsMax } from '#domain/chatTraits.ts';
import { toWaveform } from '#domain/voice/waveform.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import { isFull } from '#sync/eviction/isFull.ts';
import type { LocalStore, Rpc, Session, TabLine } from '#sync/ports.ts';
import type { Pictures } from '../pictures/createPictures.ts';
import { createMediaFiles } from './createMediaFiles.ts';
import { sendLoose } from './sendLoose.ts';
import { openVoiceKit } from './voice/openVoiceKit.ts';

/** What the kit stands on. `closing`: the person is gone. */
export interface MediaKitDeps {
  uid: UserId;
  pictures: Pictures;
  rpc: Rpc;
  session: Session;
  store: LocalStore;
  line: TabLine;
  stores: Pick<Services['stores'], 'chatList' | 'media' | 'people'>;
  /** the device keeps nothing any more */
  isMemoryOnly(): boolean;
  closing: AbortSignal;
}

/** The kit, and the bytes it keeps, for an engine that runs in this tab. */
export interface OpenedKit {
  kit: MediaKit;
  blobs: LocalBlobs;
}

/** Makes what a person does with files in this tab. */
export function openMediaKit({ uid, pictures, rpc, session, isMemoryOnly, closing, ...deps }: MediaKitDeps): OpenedKit {
  const blobs = localBlobs(uid, isMemoryOnly);
  const bench = pictureBench();
  closing.addEventListener('abort', () => blobs.close());
  const files = createMediaFiles({
    pictures,
    read: (id) => blobs.get(id),
    toUrl: (blob) => URL.createObjectURL(blob),
    revoke: (url) => URL.revokeObjectURL(url),
    later: (ms, run) => void setTimeout(run, ms),
  });
  const read = async (id: MediaId): Promise<Blob | undefined> =>
    (await blobs.get(id).catch(() => undefined)) ?? (await fetchFile(id, rpc));
  const kit: MediaKit = {
    files,
    voice: openVoiceKit({ ...deps, uid, closing, read, keep: (take) => keepVoice(blobs, take) }),
    async take(file, quality) {
      const made = await prepareFile(file, quality, bench);
      if ('problem' in made) return made;
      const id = newMediaId();
      if (!(await keep(blobs, id, made.blob))) return { problem: 'full' };
      const n = cleanFileName(file.name);
      return { part: { id, ...made.part, ...(n === undefined ? {} : { n: endingFor(n, made.part) }) } };
    },
    send: (part, onSent) => sendLoose({ blobs, session, log: consoleLog }, part, onSent),
    drop: (ids) => blobs.drop(ids),
    save: async (part) => {
      const blob = await read(part.id);
      if (blob) saveAs(blob, part.n ?? part.id);
      return blob !== undefined;
    },
    measure: () => mediaCache.measure(),
    forget: () => mediaCache.forget(),
    budget: () => mediaCache.readBudget(),
    setBudget: (bytes) => mediaCache.setBudget(bytes),
  };
  return { kit, blobs };
}

/** Keeps a recording, and says of it what is sent. */
async function keepVoice(
  blobs: LocalBlobs,
  { id = newMediaId(), blob, ms, levels }: Parameters<VoiceKit['keep']>[0],
): ReturnType<VoiceKit['keep']> {
  if (!(await keep(blobs, id, blob))) return { problem: 'full' };
  const d = Math.min(Math.max(1, Math.round(ms)), voiceMsMax);
  return { part: { id, t: 'a', z: Math.max(1, blob.size), d, f: toWaveform(levels), m: blob.type } };
}

/** 128 random bits. */
function newMediaId(): MediaId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22) as MediaId;
}

/** Keeps bytes; where the device is full, kept copies of what the server has make room first. False: there is none. */
async function keep(blobs: LocalBlobs, id: MediaId, blob: Blob): Promise<boolean> {
  try {
    await blobs.put(id, blob);
    return true;
  } catch (error) {
    if (!isFull(error)) consoleLog.warn('media.notTaken', { error: String(error) });
  }
  try {
    await mediaCache.forget();
    await blobs.put(id, blob);
    return true;
  } catch {
    // Told in words by whoever asked; the file stays where it was picked.
    return false;
  }
}

const endings: Readonly<Record<string, string>> = { 'image/webp': 'webp', 'image/jpeg': 'jpg' };

/** A picture that was drawn anew is of another kind than its name says. */
function endingFor(name: string, { t, m }: Pick<MediaPart, 't' | 'm'>): string {
  const ending = t === 'i' ? endings[m ?? ''] : undefined;
  const isRight = ending === undefined || new RegExp(`\\.${ending === 'jpg' ? 'jpe?g' : ending}$`, 'i').test(name);
  return isRight ? name : `${name.replace(/\.[a-z0-9]{2,5}$/i, '')}.${ending}`;
}

/** A whole file, from what this device has kept or from the server. */
async function fetchFile(id: MediaId, rpc: Rpc): Promise<Blob | undefined> {
  try {
    const kept = await fetch(`/media/${id}?s=o`);
    if (kept.ok) return await kept.blob();
    const signed = await rpc.call('media.sign', { ids: [id] });
    const url = signed.ok ? signed.data.urls[0]?.[1] : undefined;
    const response = url === undefined ? undefined : await fetch(`${url}&s=o`);
    return response?.ok ? await response.blob() : undefined;
  } catch {
    // No network: whoever asked says so.
    return undefined;
  }
}
