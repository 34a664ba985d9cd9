import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toAppId, toChatId } from '#protocol/casts.ts';
import {
  aliveMax,
  withForgotten,
  withMinimised,
  withOpened,
  withoutApp,
  withRaised,
  withoutWarm,
  withRenewed,
  withWarm,
} from './openAppChanges.ts';
import type { OpenAppsState } from './openAppsStore.ts';

const empty: OpenAppsState = { apps: [], next: 1, places: new Map() };
const open = (state: OpenAppsState, app: string, more = {}) => withOpened(state, { app: toAppId(app), ...more });
const front = ({ apps }: OpenAppsState) => apps.filter((entry) => !entry.isMinimised);

it('an app that is open comes to the front instead of opening twice; another parameter, chat or version begins it anew', () => {
  const one = open(empty, 'cafe', { start: 'a' });
  const key = one.apps[0]?.key;
  const two = open(open(one, 'taxi'), 'cafe');
  expect(two.apps.map(({ app }) => app)).toEqual(['cafe', 'taxi']);
  expect(front(two).map((entry) => entry.key)).toEqual([key]);
  for (const more of [{ start: 'b' }, { start: 'a', c: toChatId(7) }, { start: 'a', n: 2 }]) {
    const anew = open(two, 'cafe', more);
    expect(anew.apps).toHaveLength(2);
    expect(front(anew)[0]).toMatchObject({ app: 'cafe', ...more });
    expect(front(anew)[0]?.key).not.toBe(key);
  }
});

it('a frame stands ready for the app that is opened next: one at a time, in no way, and taken with what is wanted of it', () => {
  const warm = (state: OpenAppsState, app: string) => withWarm(state, toAppId(app));
  const ready = warm(warm(open(empty, 'taxi'), 'cafe'), 'shop');
  expect(ready.apps.map(({ app, isWarm }) => [app, isWarm])).toEqual([
    ['taxi', false],
    ['shop', true],
  ]);
  expect(front(ready).map(({ app }) => app)).toEqual(['taxi']);
  expect(warm(ready, 'taxi')).toBe(ready);
  const key = ready.apps[1]?.key;
  const opened = open(ready, 'shop', { start: 'a', c: toChatId(7) });
  expect(front(opened)).toMatchObject([{ app: 'shop', key, isWarm: false, start: 'a', c: 7 }]);
  expect(withoutWarm(opened, toAppId('shop'))).toBe(opened);
  // A version that is tried out runs elsewhere.
  expect(front(open(ready, 'shop', { n: 2 }))[0]?.key).not.toBe(key);
  expect(withoutWarm(ready, toAppId('shop')).apps.map(({ app }) => app)).toEqual(['taxi']);
  expect(withRenewed(ready, toAppId('shop')).apps.map(({ app }) => app)).toEqual(['taxi']);
  const full = open(open(open(empty, 'a1'), 'a2'), 'a3');
  expect(warm(full, 'cafe').apps).toEqual(full.apps);
});

it('what an app may has changed: its page begins anew, as a bubble only when it is wanted; one that forgot is gone', () => {
  const two = open(open(empty, 'cafe'), 'taxi');
  const [cafe, taxi] = [toAppId('cafe'), toAppId('taxi')];
  expect(withRenewed(two, cafe).apps.map(({ isFrozen }) => isFrozen)).toEqual([true, false]);
  const anew = withRenewed(two, taxi);
  expect(front(anew)).toMatchObject([{ app: 'taxi', isFrozen: false }]);
  expect(front(anew)[0]?.key).not.toBe(front(two)[0]?.key);
  expect(withForgotten(two, taxi).apps.map(({ app }) => app)).toEqual(['cafe']);
});

it('whatever happens, one is in front at most, no key and no app is there twice, and few enough pages live, the one in front among them', () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ act: fc.constantFrom('open', 'warm', 'cool'), app: fc.integer({ min: 0, max: 6 }) }),
      fc.record({ act: fc.constantFrom('raise', 'close', 'minimise'), app: fc.integer({ min: 0, max: 6 }) }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(acts, (list) => {
      let state = empty;
      for (const { act, app } of list) {
        // Nobody can raise or close what is not seen.
        const key = state.apps.filter(({ isWarm }) => !isWarm)[app]?.key;
        if (act === 'open') state = open(state, `app${app}`);
        else if (act === 'warm') state = withWarm(state, toAppId(`app${app}`));
        else if (act === 'cool') state = withoutWarm(state, toAppId(`app${app}`));
        else if (act === 'minimise') state = withMinimised(state);
        else if (key !== undefined) state = act === 'raise' ? withRaised(state, key) : withoutApp(state, key);
        expect(front(state).length).toBeLessThanOrEqual(1);
        expect(front(state).every(({ isFrozen }) => !isFrozen)).toBe(true);
        expect(state.apps.filter(({ isWarm }) => isWarm).length).toBeLessThanOrEqual(1);
        expect(state.apps.every(({ isWarm, isMinimised }) => !isWarm || isMinimised)).toBe(true);
        expect(new Set(state.apps.map((entry) => entry.key)).size).toBe(state.apps.length);
        expect(new Set(state.apps.map((entry) => entry.app)).size).toBe(state.apps.length);
        expect(state.apps.filter(({ isFrozen }) => !isFrozen).length).toBeLessThanOrEqual(aliveMax);
      }
    }),
  );
});
