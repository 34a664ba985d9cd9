import type { KeptApps } from '#client/context.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';

/** Reads what a device has kept of the mini-apps page. It may come from another version of this app or from a broken disk: what makes no sense is left out. */
export function toKeptApps(stored: unknown): KeptApps | undefined {
  if (typeof stored !== 'string') return undefined;
  let found: unknown;
  try {
    found = JSON.parse(stored);
  } catch {
    // Half of a row is none.
    return undefined;
  }
  if (typeof found !== 'object' || found === null) return undefined;
  const { at, recent, mine, all }: { [Key in keyof KeptApps]?: unknown } = found;
  if (typeof at !== 'number') return undefined;
  return { at, recent: toCards(recent), mine: toCards(mine), all: toCards(all) };
}

const toCards = (value: unknown): AppCard[] => (Array.isArray(value) ? value.filter(isCard) : []);

function isCard(value: unknown): value is AppCard {
  if (typeof value !== 'object' || value === null) return false;
  const { id, names, about, st }: { [Key in keyof AppCard]?: unknown } = value;
  return typeof id === 'string' && typeof st === 'number' && hasEnglish(names) && hasEnglish(about);
}

const hasEnglish = (texts: unknown): boolean =>
  typeof texts === 'object' && texts !== null && 'en' in texts && typeof texts.en === 'string';
