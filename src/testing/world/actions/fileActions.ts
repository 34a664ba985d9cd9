import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaBody, MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { Commands } from '#sync/commands.ts';
import type { UploadRow } from '#sync/changes.ts';
import { between, type Action, type Scene } from './scene.ts';

/** A message with files, whose bytes are on the device. */
export function filesOf(scene: Scene): MediaBody {
  const count = scene.chance() < 0.7 ? 1 : between(scene, 2, 4);
  const f = Array.from({ length: count }, (): MediaPart => {
    const id = toMediaId(scene.uuid().replaceAll('-', '').slice(0, 22));
    const isPicture = scene.chance() < 0.6;
    return { id, t: isPicture ? 'i' : 'f', z: between(scene, 1, 400), ...(isPicture ? { w: 40, h: 30 } : {}) };
  });
  return { f, ...(scene.chance() < 0.5 ? { x: `caption ${between(scene, 0, 1e6)}` } : {}) };
}

/** Puts the bytes on the device, then queues the message; where the tab dies in between, the bytes stay behind. */
export async function queueFiles(
  { device, world: { wishes } }: Scene,
  b: MediaBody,
  queue: (input: { k: typeof messageKind.media; b: MediaBody }) => ReturnType<Commands['sendMessage']>,
): Promise<void> {
  const ids = b.f.map(({ id }) => id);
  for (const id of ids) {
    device.uploads?.disk.add(id);
    wishes.orphans.add(id);
  }
  await queue({ k: messageKind.media, b });
  for (const id of ids) wishes.orphans.delete(id);
}

const onTheirWay = ({ device }: Scene): UploadRow[] =>
  device.store.dump('uploads').filter(({ state }) => state !== 'gone');

/** What people do with files, and what becomes of these on their way. */
export const fileActions = {
  sendFiles: (scene) =>
    queueFiles(scene, filesOf(scene), (input) => scene.tab.commands.sendMessage({ c: scene.c, ...input })),
  /** Files, and words behind them. */
  async filesAndText(scene) {
    const { tab, c } = scene;
    await fileActions.sendFiles(scene);
    for (let count = between(scene, 1, 3); count > 0; count -= 1)
      await tab.commands.sendMessage({ c, b: { x: `behind ${between(scene, 0, 1e6)}` } });
  },
  pauseFile(scene) {
    const row = scene.pick(onTheirWay(scene));
    return row && scene.tab.commands.changeUpload({ id: row.id, to: 'pause' });
  },
  goOnWithFile(scene) {
    const row = scene.pick(onTheirWay(scene));
    const to = scene.pick(['resume', 'first', 'retry'] as const) ?? 'resume';
    return row && scene.tab.commands.changeUpload({ id: row.id, to });
  },
  cancelFile(scene) {
    const row = scene.pick(onTheirWay(scene));
    if (!row) return undefined;
    const { cancelled } = scene.world.wishes;
    cancelled.add(row.id);
    // The last one takes the message along.
    const isLast = (scene.device.shadow.files.get(row.cid) ?? []).every((id) => cancelled.has(id));
    if (isLast) scene.device.shadow.forget(row.cid);
    return scene.tab.commands.changeUpload({ id: row.id, to: 'cancel' });
  },
  uploadSpeed: ({ device, pick }) => {
    if (device.uploads) device.uploads.speed = pick([0, 2, 10, 40, 400]) ?? 40;
  },
  cutUploads: ({ device }) => device.uploads?.cut(),
  cleanFiles: ({ world }) => world.server.cleanFiles(),
} satisfies Record<string, Action>;
