import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createAppServer } from '#miniapps/kit/server/createAppServer.ts';
import { createAppTools, type AppTools } from '#miniapps/kit/server/appTools.ts';
import { addStaffCodes } from '#miniapps/kit/server/createStaff.ts';
import type { FirstPartyApp } from '#miniapps/kit/server/FirstPartyApp.ts';
import { openAppDatabase } from '#miniapps/kit/server/openAppDatabase.ts';
import { silentLog } from '#server/transport/log.ts';
import { fakeAppApi, launchOf, type FakeAppApi } from './fakeAppApi.ts';

/** An answer of an app's server. */
export interface AppAnswer<Body = never> {
  readonly status: number;
  readonly body: Body;
}

/** Somebody who has opened the app. */
export interface AppPerson {
  get<Body = Record<string, never>>(path: string): Promise<AppAnswer<Body>>;
  post<Body = Record<string, never>>(path: string, body?: unknown): Promise<AppAnswer<Body>>;
}

/** The server of one mini-app on a file in a folder of its own. */
export interface MiniAppUnderTest {
  readonly server: FastifyInstance;
  readonly tools: AppTools;
  readonly api: FakeAppApi;
  /** path of its database */
  readonly file: string;
  readonly codes: Readonly<Record<string, string>>;
  /** ms */
  readonly clock: { now: number };
  person(person: number, words?: { name?: string; language?: string }): Promise<AppPerson>;
  /** Somebody who has shown the code of a place. */
  staff(person: number, place: string, isNamed?: boolean): Promise<AppPerson>;
  /** Tells the messenger everything that is due. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a {@link MiniAppUnderTest}. */
export async function startMiniApp(app: FirstPartyApp): Promise<MiniAppUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'kabar-app-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  const file = join(folder, 'app.db');
  const clock = { now: 1_800_000_000_000 };
  const api = fakeAppApi();
  const db = openAppDatabase(file, app.schema);
  const tools = createAppTools({ name: app.name, db, api, log: silentLog, now: () => clock.now });
  db.write(() => app.seed(tools));
  const codes = addStaffCodes(db, app.places);
  const server = createAppServer(tools, folder, (router) => app.addRoutes(router, tools));
  const person = async (id: number, words: { name?: string; language?: string } = {}): Promise<AppPerson> => {
    const opened = await server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-launch-data': launchOf({ person: id, ...words }) },
      payload: { lang: 'en' },
    });
    const { session } = opened.json<{ session: string }>();
    const ask = async (method: 'GET' | 'POST', url: string, body?: unknown) => {
      const headers = { authorization: `Bearer ${session}` };
      const answer = await server.inject({
        ...{ method, url, headers },
        ...(method === 'POST' ? { payload: (body ?? {}) as object } : {}),
      });
      return { status: answer.statusCode, body: answer.json() as never };
    };
    return { get: (url) => ask('GET', url), post: (url, body) => ask('POST', url, body) };
  };
  return {
    ...{ server, tools, api, file, codes, clock, person },
    async staff(id, place, isNamed = false) {
      const one = await person(id);
      const { status } = await one.post('/api/staff', { ...(isNamed ? { place } : {}), code: codes[place] });
      if (status !== 200) throw new Error(`the code of ${place} was refused with ${status}`);
      return one;
    },
    settle: () => tools.outbox.flush(),
    async close() {
      await server.close();
      await tools.outbox.flush();
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
