import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createAppServer } from '#miniapps/kit/server/createAppServer.ts';
import { createAppTools } from '#miniapps/kit/server/appTools.ts';
import { addStaffCodes } from '#miniapps/kit/server/createStaff.ts';
import type { FirstPartyApp } from '#miniapps/kit/server/FirstPartyApp.ts';
import { httpAppApi, type ApiPlace } from '#miniapps/kit/server/httpAppApi.ts';
import { openAppDatabase } from '#miniapps/kit/server/openAppDatabase.ts';
import type { Log } from '#server/transport/log.ts';
import { firstPartyFolder, type FirstPartyFolder } from './firstPartyFolder.ts';

/** One of our own mini-apps, listening. */
export interface OpenApp {
  readonly app: FirstPartyApp;
  readonly folder: FirstPartyFolder;
  readonly port: number;
  /** Tells it where the messenger is. */
  reach(place: ApiPlace): void;
  close(): Promise<void>;
}

/** How often it looks after what happens by itself, ms. */
const tickMs = 5_000;

/** Opens the data of an app and its port. `pages`: folder with a folder of built pages for each app. */
export async function openFirstPartyApp(
  app: FirstPartyApp,
  options: { dataDir: string; pages: string; log: Log; now: () => number },
): Promise<OpenApp> {
  const { log, now, dataDir, pages } = options;
  const folder = firstPartyFolder(dataDir, app.name);
  let place: ApiPlace | undefined;
  const db = openAppDatabase(join(folder.path, 'app.db'), app.schema);
  try {
    const tools = createAppTools({ name: app.name, db, api: httpAppApi(() => place), log, now });
    db.write(() => app.seed(tools));
    folder.keepCodes(addStaffCodes(db, app.places));
    const server = createAppServer(tools, join(pages, app.name), (router) => app.addRoutes(router, tools));
    const port = await listen(server, folder.port);
    folder.keepPort(port);
    const timer = setInterval(() => {
      try {
        app.tick?.(tools);
        if (place) tools.poke();
      } catch (error) {
        log.error('firstParty.tick', error, { app: app.name });
      }
    }, tickMs);
    const close = async () => {
      clearInterval(timer);
      await server.close();
      // What is being told right now still wants to note that it was.
      await tools.outbox.flush();
      db.close();
    };
    return { app, folder, port, reach: (next) => void (place = next), close };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Only this machine reaches it. The port of the last time, if nobody else has it by now. */
async function listen(server: FastifyInstance, wanted: number): Promise<number> {
  try {
    await server.listen({ host: '127.0.0.1', port: wanted });
  } catch (error) {
    if (wanted === 0 || !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await server.listen({ host: '127.0.0.1', port: 0 });
  }
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
