import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { FirstPartyApp } from '#miniapps/kit/server/FirstPartyApp.ts';
import type { UserId } from '#protocol/ids.ts';
import type { RunningServer } from '#server/main.ts';
import { uploadPicture } from '#server/services/media/uploadPicture.ts';
import type { FirstPartyFolder } from './firstPartyFolder.ts';

/** Side of the drawing that is uploaded, px. */
const sidePx = 512;

/**
 * The icon of one of our own apps as its manifest names it: `m:<id>`. It is uploaded when there is none yet, when its drawing is another one than last time, or when the one
 * that was uploaded is lost.
 */
export async function uploadIcon(
  { context, media }: RunningServer,
  owner: UserId,
  app: FirstPartyApp,
  folder: FirstPartyFolder,
  isLost: boolean,
): Promise<string> {
  const mark = createHash('sha256').update(app.icon).digest('base64url');
  if (!isLost && folder.icon?.mark === mark) return folder.icon.face;
  const bytes = await sharp(Buffer.from(app.icon)).resize(sidePx, sidePx).png().toBuffer();
  const face = `m:${await uploadPicture(context, media, { owner, purpose: 'app', bytes })}`;
  folder.keepIcon(face, mark);
  return face;
}
