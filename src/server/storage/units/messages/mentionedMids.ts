import { everybody } from '#domain/namesAll.ts';
import type { MemberId } from '#protocol/ids.ts';

/** People named in a text body (`at`: start, length, member), each once, without the word for everybody. Of a card `at` is a time. */
export function mentionedMids(body: Record<string, unknown>): MemberId[] {
  const at: unknown = body['at'];
  return Array.isArray(at)
    ? [...new Set((at as [number, number, MemberId][]).map(([, , mid]) => mid))].filter((mid) => mid !== everybody)
    : [];
}
