import type { MemberId } from '#protocol/ids.ts';

/** Stands in the names of a text for everybody of the chat; no member has this id. */
export const everybody = 0 as MemberId;

/** Whether a body names everybody. */
export function namesAll(body: Readonly<Record<string, unknown>>): boolean {
  const at = body['at'];
  return Array.isArray(at) && at.some((named: unknown) => Array.isArray(named) && named[2] === everybody);
}
