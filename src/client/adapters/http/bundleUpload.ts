import * as z from 'zod/mini';
import type { Ack } from '#protocol/errors.ts';
import type { AppId } from '#protocol/ids.ts';
import type { Session } from '#sync/ports.ts';
import { sendBytes } from './sendBytes.ts';

/** The answer is the id by which a manifest names the files. `onProgress`: share of the bytes that are on their way, 0–1. Never rejects. */
export type UploadBundle = (app: AppId, file: Blob, onProgress: (share: number) => void) => Promise<Ack<string>>;

const bundleAnswerSchema = z.object({ id: z.uuid() });

/** Sends the zip with the pages of a mini-app to the server, which unpacks and checks it before it answers. */
export function bundleUpload(session: Session): UploadBundle {
  return async (app, file, onProgress) => {
    const path = `/api/apps/bundle?app=${encodeURIComponent(app)}`;
    const answer = await sendBytes(session, { path, body: file, data: bundleAnswerSchema, onProgress });
    return answer.ok ? { ok: true, data: answer.data.id } : answer;
  };
}
