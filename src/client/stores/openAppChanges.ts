import type { AppView } from '#protocol/entities/appStates.ts';
import type { AppId } from '#protocol/ids.ts';
import type { AppWish, OpenApp, OpenAppsState } from './openAppsStore.ts';

/** Pages that live at once. */
export const aliveMax = 3;

/** After a wish to open. An app that is open comes to the front, unless it is wanted with another parameter, chat or version: then it begins anew. A frame that stands ready is taken. */
export function withOpened(state: OpenAppsState, wish: AppWish): OpenAppsState {
  const same = state.apps.find(({ app }) => app === wish.app);
  if (same?.isWarm && wish.n === undefined) {
    const apps = state.apps.map((entry) => (entry === same ? { ...entry, ...wish, isWarm: false } : entry));
    return withRaised({ ...state, apps }, same.key);
  }
  const isSame =
    same !== undefined &&
    same.n === wish.n &&
    (wish.start === undefined || same.start === wish.start) &&
    (wish.c === undefined || same.c === wish.c);
  if (isSame) return withRaised(state, same.key);
  const fresh: OpenApp = {
    ...wish,
    key: state.next,
    isMinimised: false,
    isWarm: false,
    isFrozen: false,
    view: 'tall',
    used: state.next,
  };
  const others = state.apps.filter((entry) => entry !== same);
  return frozen({ ...state, apps: [...others.map(minimised), fresh], next: state.next + 1 });
}

/**
 * Makes a frame ready for an app that somebody seems about to open, in place of another one that stood ready. Not where the app is open already, and not where as many
 * pages live as may.
 */
export function withWarm(state: OpenAppsState, app: AppId): OpenAppsState {
  if (state.apps.some((entry) => entry.app === app)) return state;
  const apps = state.apps.filter((entry) => !entry.isWarm);
  if (apps.filter((entry) => !entry.isFrozen).length >= aliveMax) return state;
  const key = state.next;
  const ready: OpenApp = { app, key, isMinimised: true, isWarm: true, isFrozen: false, view: 'tall', used: 0 };
  return { ...state, apps: [...apps, ready], next: key + 1 };
}

/** Lets the frame go that was made ready for an app; nothing where the app was opened since. */
export function withoutWarm(state: OpenAppsState, app: AppId): OpenAppsState {
  const apps = state.apps.filter((entry) => !entry.isWarm || entry.app !== app);
  return apps.length === state.apps.length ? state : { ...state, apps };
}

/** One comes to the front, the others become bubbles; nothing changes where it is there already. */
export function withRaised(state: OpenAppsState, key: number): OpenAppsState {
  if (state.apps.some((entry) => entry.key === key && !entry.isMinimised && !entry.isFrozen)) return state;
  const apps = state.apps.map((entry) =>
    entry.key === key ? { ...entry, isMinimised: false, isFrozen: false, used: state.next } : minimised(entry),
  );
  return frozen({ ...state, apps, next: state.next + 1 });
}

/** Another size; nothing changes where it has it already. */
export function withView(state: OpenAppsState, key: number, view: AppView): OpenAppsState {
  if (state.apps.every((entry) => entry.key !== key || entry.view === view)) return state;
  return { ...state, apps: state.apps.map((entry) => (entry.key === key ? { ...entry, view } : entry)) };
}

export function withMinimised(state: OpenAppsState): OpenAppsState {
  return { ...state, apps: state.apps.map(minimised) };
}

export function withoutApp(state: OpenAppsState, key: number): OpenAppsState {
  return { ...state, apps: state.apps.filter((entry) => entry.key !== key) };
}

/** What an app may has changed: its page begins anew, in front at once, as a bubble when it is wanted. */
export function withRenewed(state: OpenAppsState, app: AppId): OpenAppsState {
  const apps = withoutWarm(state, app).apps.map((entry) => {
    if (entry.app !== app) return entry;
    return entry.isMinimised ? { ...entry, isFrozen: true } : { ...entry, key: state.next };
  });
  return { ...state, apps, next: state.next + 1 };
}

/** An app that was made to forget everything is not open any more. */
export function withForgotten(state: OpenAppsState, app: AppId): OpenAppsState {
  return { ...state, apps: state.apps.filter((entry) => entry.app !== app) };
}

const minimised = (entry: OpenApp): OpenApp => (entry.isMinimised ? entry : { ...entry, isMinimised: true });

/** Of more pages than may live, those that were used longest ago are let go. */
function frozen(state: OpenAppsState): OpenAppsState {
  const alive = state.apps.filter((entry) => !entry.isFrozen).toSorted((one, other) => other.used - one.used);
  const surplus = new Set(alive.slice(aliveMax));
  if (surplus.size === 0) return state;
  return { ...state, apps: state.apps.map((entry) => (surplus.has(entry) ? { ...entry, isFrozen: true } : entry)) };
}
