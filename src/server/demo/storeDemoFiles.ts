import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invariant } from '#base/invariant.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { UserId } from '#protocol/ids.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import { createFinisher, type Finisher } from '#server/services/media/uploads/createFinisher.ts';
import { startUpload } from '#server/services/media/uploads/startUpload.ts';
import { uploadPicture } from '#server/services/media/uploadPicture.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { FileCopy, FinishedFile } from '#server/storage/units/files/finishUpload.ts';
import type { DemoIds } from './demoIds.ts';
import type { DemoScene } from './demoScenes.ts';
import { drawPhoto } from './drawPhoto.ts';
import { makeDemoFile, type FileName, type MadeFile } from './demoFiles.ts';

/** The files of the demo, stored. */
export interface DemoFiles {
  /** A part of a message for whoever sends it. Undefined: this person was not to have it. */
  partOf(owner: UserId, name: FileName): MediaPart | undefined;
  /** A drawing as a picture for a chat; each upload is used once. */
  chatPicture(owner: UserId, scene: DemoScene): MediaId | undefined;
}

/** A file that a person of the demo sends. */
export interface WantedFile {
  readonly owner: UserId;
  readonly name: FileName;
}

/** A picture of a chat, uploaded by who made it. */
export interface WantedPicture {
  readonly owner: UserId;
  readonly scene: DemoScene;
}

/** What is to be stored. `ids`: give the files theirs, the same at every start. */
export interface DemoWishes {
  readonly wanted: readonly WantedFile[];
  readonly pictures: readonly WantedPicture[];
  readonly ids: DemoIds;
}

interface Shelf {
  readonly storage: LocalStorage;
  readonly media: MediaTools;
  readonly finisher: Finisher;
}

/**
 * Makes the files that are wanted and uploads them as their senders would: into the folder of uploads, then through the server's own examination and copies. A file that several people send is
 * examined once.
 */
export async function storeDemoFiles(
  storage: LocalStorage,
  media: MediaTools,
  { wanted, pictures, ids }: DemoWishes,
): Promise<DemoFiles> {
  const shelf: Shelf = { storage, media, finisher: createFinisher(storage, media) };
  await mkdir(media.uploads, { recursive: true, mode: 0o700 });
  const owners = new Map<FileName, { id: MediaId; owner: UserId }[]>();
  for (const { owner, name } of wanted) {
    const known = owners.get(name) ?? [];
    // Ids before anything that takes time: they are the same at every start.
    if (!known.some((one) => one.owner === owner)) known.push({ owner, id: toMediaId(mediaIdOf(ids.uuid())) });
    owners.set(name, known);
  }
  const parts = new Map<string, MediaPart>();
  await Promise.all(
    [...owners].map(async ([name, each]) => {
      const made = await makeDemoFile(name);
      await storeForAll(shelf, made, each);
      for (const { id, owner } of each)
        parts.set(`${owner} ${name}`, { id, t: made.t, z: made.bytes.length, ...made.about });
    }),
  );
  const chatPictures = new Map<string, MediaId>();
  for (const { owner, scene } of pictures) {
    // oxlint-disable-next-line no-await-in-loop -- after the photos: one process draws
    const bytes = await drawPhoto({ scene, width: 512, height: 512 });
    // oxlint-disable-next-line no-await-in-loop
    chatPictures.set(`${owner} ${scene}`, await uploadPicture({ storage }, media, { owner, purpose: 'chat', bytes }));
  }
  return {
    partOf: (owner, name) => parts.get(`${owner} ${name}`),
    chatPicture: (owner, scene) => chatPictures.get(`${owner} ${scene}`),
  };
}

const mediaIdOf = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');

async function storeForAll(
  { storage, media, finisher }: Shelf,
  made: MadeFile,
  owners: readonly { id: MediaId; owner: UserId }[],
): Promise<void> {
  const announced = { t: made.t, n: made.about.n, length: made.bytes.length };
  for (const { id, owner } of owners)
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await startUpload({ storage }, media, { owner, id, ...announced });
  const [first, ...others] = owners;
  if (!first) return;
  await writeFile(join(media.uploads, first.id), made.bytes, { mode: 0o600 });
  await finisher.finish(first.id, first.owner);
  const finished = await storage.runUnit(readFinished, first.id);
  // oxlint-disable-next-line no-await-in-loop
  for (const { id } of others) await storage.run('finishUpload', { ...finished, id });
}

/** What was found out about a file. */
const readFinished = readUnit(async (tx, id: MediaId): Promise<Omit<FinishedFile, 'id'>> => {
  type Known = Omit<FinishedFile, 'id' | 'copies'>;
  const [known] = await tx.sql<Known>('SELECT type, width, height, blur FROM files WHERE id = ?', [id]);
  invariant(known, 'it was just finished');
  return {
    ...known,
    copies: await tx.sql<FileCopy>('SELECT size, key, type, bytes FROM file_copies WHERE file_id = ?', [id]),
  };
});
