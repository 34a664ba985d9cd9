import type { PageWindow } from './openLine.ts';
import { parseFragment, type QueryValues } from './queryStrings.ts';

/** Name under which a page keeps a value for its own reloads. */
const keyOf = (name: string): string => `__telegram__${name}`;

/** Keeps a value until the tab is closed. Answers whether that worked: browsers that block storage in frames throw at the very name of it. */
export function keepForSession(page: PageWindow, name: string, value: unknown): boolean {
  try {
    page.sessionStorage.setItem(keyOf(name), JSON.stringify(value));
    return true;
  } catch (error) {
    return isBlocked(error);
  }
}

/** What was kept under a name, or null. */
export function readFromSession(page: PageWindow, name: string): unknown {
  try {
    return JSON.parse(page.sessionStorage.getItem(keyOf(name)) ?? 'null');
  } catch (error) {
    isBlocked(error);
    return null;
  }
}

/** Answers false for storage that is closed, full or broken, which a page can do without; other errors go on. */
function isBlocked(error: unknown): false {
  // Of another realm's DOMException only the name can be trusted.
  const name = error instanceof Error || typeof error === 'object' ? (error as Error | null)?.name : undefined;
  if (name === 'SecurityError' || name === 'QuotaExceededError' || name === 'SyntaxError') return false;
  throw error;
}

/**
 * What the host said when it opened the page: from the fragment of its address, completed by what it said before a reload, because pages put their own
 * routes there. The whole is kept for the next reload.
 */
export function readLaunchParams(page: PageWindow): QueryValues {
  const params = parseFragment(page.location.hash);
  const earlier = readFromSession(page, 'initParams');
  if (typeof earlier === 'object' && earlier !== null) {
    for (const [name, value] of Object.entries(earlier as QueryValues)) if (!(name in params)) params[name] = value;
  }
  keepForSession(page, 'initParams', params);
  return params;
}

/** An object written as JSON in a launch parameter; anything else counts as an empty one. */
export function parseObject(text: string | null | undefined): Record<string, unknown> {
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
