import { uploadAnswerSchema, type MediaId, type MediaPurpose } from '#protocol/entities/media.ts';
import type { Ack } from '#protocol/errors.ts';
import type { Session } from '#sync/ports.ts';
import { sendBytes } from './sendBytes.ts';

/** `onProgress`: share of the bytes that are on their way, 0–1. Never rejects. */
export type UploadPicture = (
  purpose: MediaPurpose,
  picture: Blob,
  onProgress: (share: number) => void,
) => Promise<Ack<MediaId>>;

/** Sends pictures to the server. */
export function pictureUpload(session: Session): UploadPicture {
  return async (purpose, picture, onProgress) => {
    const path = `/api/upload?for=${purpose}`;
    const answer = await sendBytes(session, { path, body: picture, data: uploadAnswerSchema, onProgress });
    return answer.ok ? { ok: true, data: answer.data.id } : answer;
  };
}
