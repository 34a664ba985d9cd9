import type { AppId, OpId, UserId } from '#protocol/ids.ts';

/** Which administrator decides about which app. */
export interface ReviewInput {
  readonly app: AppId;
  readonly user: UserId;
  readonly op: OpId;
}
