import type { AppId, OpId, UserId } from '#protocol/ids.ts';

/** Who decides what about which app of his. */
export interface MakerInput {
  readonly app: AppId;
  readonly owner: UserId;
  readonly op: OpId;
}
