import { accountUnits } from './units/accountUnits.ts';
import { appApiUnits } from './units/appApiUnits.ts';
import { appUnits } from './units/appUnits.ts';
import { chatUnits } from './units/chatUnits.ts';
import { communityUnits } from './units/communityUnits.ts';
import { connectUnits } from './units/connectUnits.ts';
import { fileUnits } from './units/fileUnits.ts';
import { gatewayUnits } from './units/gatewayUnits.ts';
import { guardUnits } from './units/guardUnits.ts';
import { linkUnits } from './units/linkUnits.ts';
import { mediaUnits } from './units/mediaUnits.ts';
import { joiningUnits } from './units/joiningUnits.ts';
import { keepUnits } from './units/keepUnits.ts';
import { moderationUnits } from './units/moderationUnits.ts';
import { messageUnits } from './units/messageUnits.ts';
import { roomUnits } from './units/roomUnits.ts';
import { scheduleUnits } from './units/scheduleUnits.ts';
import { shelfUnits } from './units/shelfUnits.ts';
import { syncUnits } from './units/syncUnits.ts';
import { threadUnits } from './units/threadUnits.ts';
import type { Unit } from './unit.ts';

/** Every unit of work by name; what stands here can be run by a service. */
export const units = {
  ...accountUnits,
  ...appApiUnits,
  ...appUnits,
  ...chatUnits,
  ...communityUnits,
  ...connectUnits,
  ...fileUnits,
  ...gatewayUnits,
  ...guardUnits,
  ...linkUnits,
  ...mediaUnits,
  ...joiningUnits,
  ...keepUnits,
  ...messageUnits,
  ...moderationUnits,
  ...roomUnits,
  ...scheduleUnits,
  ...shelfUnits,
  ...syncUnits,
  ...threadUnits,
} as const;

export type UnitName = keyof typeof units;
export type UnitInput<Name extends UnitName> = (typeof units)[Name] extends Unit<infer In, infer _Out> ? In : never;
export type UnitOutput<Name extends UnitName> = (typeof units)[Name] extends Unit<infer _In, infer Out> ? Out : never;

/** The database as services see it. Refusals and failures arrive as AppError; a lost or full database as UNAVAILABLE (retryable). */
export interface Storage {
  readonly dialect: 'sqlite' | 'postgres';
  run<Name extends UnitName>(unit: Name, input: UnitInput<Name>): Promise<UnitOutput<Name>>;
  close(): Promise<void>;
}
