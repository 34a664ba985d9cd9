import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { AppError, type ErrorCode } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { fileState } from '#server/storage/schema/mediaTables.ts';
import { readUnit } from '#server/storage/unit.ts';

/** An upload as it was announced. `createdAt`: ms. */
export interface FoundUpload {
  readonly owner: UserId;
  readonly t: MediaType;
  readonly length: number;
  readonly isReady: boolean;
  readonly createdAt: number;
}

/** An upload of this person. Throws NOT_FOUND: there is none, or it is somebody else's; the reason of one that was refused, unless `isRefusedToo`. */
export const findUpload = readUnit(
  async (tx, input: { id: MediaId; owner: UserId; isRefusedToo?: boolean }): Promise<FoundUpload> => {
    const [row] = await tx.sql<{
      t: MediaType;
      state: number;
      code: string | null;
      length: number;
      created_at: number;
    }>(
      `SELECT t, state, code, length, created_at FROM files WHERE id = ? AND owner_id = ? AND state <> ${fileState.dying}`,
      [input.id, input.owner],
    );
    if (!row) throw new AppError('NOT_FOUND');
    if (row.state === fileState.refused && !input.isRefusedToo) throw new AppError(row.code as ErrorCode);
    const { t, length, created_at: createdAt } = row;
    return { owner: input.owner, t, length, isReady: row.state === fileState.ready, createdAt };
  },
);
