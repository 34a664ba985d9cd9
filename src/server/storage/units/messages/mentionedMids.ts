import type { MemberId } from '#protocol/ids.ts';

/** People named in a text body (`at`: start, length, member), each once. */
export function mentionedMids(body: Record<string, unknown>): MemberId[] {
  const at = body['at'] as [number, number, MemberId][] | undefined;
  return at ? [...new Set(at.map(([, , mid]) => mid))] : [];
}
