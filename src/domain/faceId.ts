import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';

/** How a face looks: the key of its colour, and its picture where it has one. The colour carries the initials while the picture cannot be shown. */
export interface Face {
  readonly hue: string;
  readonly picture?: MediaId;
}

/** Colours a person can choose for the face without a picture; each is a key of the palette. */
export const faceColours = Array.from({ length: 12 }, (_, index) => `c${index}`);

const picturePrefix = 'm:';
/** Between the two parts of a face as text; neither of them contains it. */
const separator = '/';

/** The picture that a face on the wire (`av` of a person, `avatar` of a chat) names. Undefined for a colour and for nothing. */
export function pictureOf(av: string | null | undefined): MediaId | undefined {
  return av?.startsWith(picturePrefix) ? toMediaId(av.slice(picturePrefix.length)) : undefined;
}

/** The name of a picture on the wire. */
export const toPicture = (id: MediaId): string => `${picturePrefix}${id}`;

/**
 * A face as one text that screens pass on: `42`, `c3`, or with a picture `42/<its id>`. The colour is the chosen one (`c0`…`c11`), else that of the person's
 * or chat's id.
 */
export function faceId(id: number, card?: { av?: string | undefined }): string {
  const picture = pictureOf(card?.av);
  if (picture !== undefined) return `${id}${separator}${picture}`;
  return card?.av ?? String(id);
}

/** The parts of a face that {@link faceId} made. */
export function parseFace(face: string): Face {
  const at = face.indexOf(separator);
  return at < 0 ? { hue: face } : { hue: face.slice(0, at), picture: toMediaId(face.slice(at + 1)) };
}
