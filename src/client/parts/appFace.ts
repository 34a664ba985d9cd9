import { pictureOf } from '#domain/faceId.ts';

/** The face of a mini-app: its icon where it has one, on the colour of its id. */
export function appFace(app: { id: string; icon?: string | undefined }): string {
  const picture = pictureOf(app.icon);
  return picture === undefined ? app.id : `${app.id}/${picture}`;
}
