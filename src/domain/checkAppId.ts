import { appIdSchema, type AppId } from '#protocol/ids.ts';
import { isFreeAppId } from './appRules.ts';

export type AppIdProblem = 'short' | 'long' | 'start' | 'characters' | 'hyphens' | 'reserved';

/** An id for a new app as it will be, and what is wrong with it, if anything. Whether somebody has it is the server's to say. */
export function checkAppId(text: string): { id: AppId; problem?: undefined } | { problem: AppIdProblem } {
  const written = text.trim().toLowerCase();
  const parsed = appIdSchema.safeParse(written);
  if (parsed.success) return isFreeAppId(written) ? { id: parsed.data } : { problem: 'reserved' };
  if (/[^a-z0-9-]/.test(written)) return { problem: 'characters' };
  if (/^[^a-z]/.test(written)) return { problem: 'start' };
  if (/-$|--/.test(written)) return { problem: 'hyphens' };
  return { problem: written.length < 3 ? 'short' : 'long' };
}
