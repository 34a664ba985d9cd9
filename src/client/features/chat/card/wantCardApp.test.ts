import { expect, it } from 'vitest';
import { createAppsStore } from '#client/stores/appsStore.ts';
import { toAppId } from '#protocol/casts.ts';
import type { AppId } from '#protocol/ids.ts';
import { wantCardApp } from './wantCardApp.ts';

function world(isOk: () => boolean) {
  const requests: AppId[][] = [];
  const services = {
    rpc: (_name: string, { ids }: { ids: AppId[] }) => {
      requests.push(ids);
      const error = { code: 'UNAVAILABLE' };
      return Promise.resolve(
        isOk() ? { ok: true, data: { apps: ids.map((id) => ({ id })) } } : { ok: false, ...error },
      );
    },
    appShelf: { read: () => Promise.resolve(undefined), keep: () => undefined },
    stores: { apps: createAppsStore() },
  } as unknown as Parameters<typeof wantCardApp>[1];
  const want = async (ids: readonly AppId[]) => {
    for (const id of ids) wantCardApp(id, services);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { requests, want, known: () => services.stores.apps.getState().known };
}
const many = Array.from({ length: 120 }, (_, i) => toAppId(`app-${i}`));

it('asks for every app of one moment, no more than the server takes at once, and once', async () => {
  const { requests, want, known } = world(() => true);
  await want([...many, ...many]);
  await want(many);
  expect(requests.map((ids) => ids.length)).toEqual([50, 50, 20]);
  expect([...known().keys()].toSorted()).toEqual(many.toSorted());
});

it('asks again for what it got no answer about', async () => {
  let isUp = false;
  const { requests, want, known } = world(() => isUp);
  await want(many.slice(0, 2));
  expect(known().size).toBe(0);
  isUp = true;
  await want(many.slice(0, 2));
  expect(requests).toHaveLength(2);
  expect(known().size).toBe(2);
});
