import type { AppId, ChatId, Cid, DeviceId, KeepId, MemberId, OpId, UserId } from './ids.ts';
import type { ShelfId } from './entities/shelf.ts';

/** Total casts for values that are already known to be valid (database rows, fixtures). */
export const toUserId = (value: number): UserId => value as UserId;
export const toMemberId = (value: number): MemberId => value as MemberId;
export const toChatId = (value: number): ChatId => value as ChatId;
export const toDeviceId = (value: string): DeviceId => value as DeviceId;
export const toCid = (value: string): Cid => value as Cid;
export const toKeepId = (value: string): KeepId => value as KeepId;
export const toShelfId = (value: string): ShelfId => value as ShelfId;
export const toOpId = (value: string): OpId => value as OpId;
export const toAppId = (value: string): AppId => value as AppId;
