import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserId } from '#protocol/ids.ts';
import type { Config } from '#server/config.ts';
import { createMediaTools } from '#server/createMediaTools.ts';
import { startFirstParty } from '#server/firstParty/startFirstParty.ts';
import { main, type MainOptions, type RunningServer } from '#server/main.ts';
import { openSqliteLocal } from '#server/storage/drivers/openSqliteLocal.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { demoDoor } from './demoDoor.ts';
import { startDemoLife } from './demoLife.ts';
import { planDemo } from './demoPlan.ts';
import { seedDemo } from './seedDemo.ts';
import { seedDemoPlace } from './seedDemoPlace.ts';
import { storeDemoFiles } from './storeDemoFiles.ts';

/** The demo's world is the same at every start. */
const demoSeed = 20_261_122;

/** Starts the server on a throw-away folder with the seeded world in it; closing it removes the folder. `say` tells the operator what happens. `pages`: folder of the built pages of our own mini-apps. */
export async function runDemo(
  config: Config,
  options: MainOptions,
  say: (line: string) => void,
  pages: string,
): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kabar-demo-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'kabar.db');
    say('Writing 200 days of the demo world …');
    const storage = await openSqliteLocal(path);
    const users = await seedWorld({ ...config, dataDir: folder }, storage);
    await storage.close();
    const running = await startFirstParty(
      { ...config, dataDir: folder, storage: { kind: 'sqlite', path } },
      (own) => main(own, { ...options, demo: demoDoor(users) }),
      { pages, log: options.log, say },
    );
    const stopLife = await startDemoLife(running, users, demoSeed);
    return {
      ...running,
      async close(graceMs) {
        stopLife();
        await running.close(graceMs);
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The pictures are drawn by other processes while the community is written. */
async function seedWorld(config: Config, storage: LocalStorage): Promise<UserId[]> {
  const media = await createMediaTools(config);
  const [seed, now] = [demoSeed, Date.now()];
  // The processes that draw do not keep this one alive, and nothing else does yet.
  const awake = setInterval(() => undefined, 60_000);
  try {
    return await seedDemo(storage, planDemo(seed), {
      seed,
      now,
      async store(wishes, users) {
        const [files] = await Promise.all([
          storeDemoFiles(storage, media, wishes),
          seedDemoPlace(storage, users, { seed, now }),
        ]);
        return files;
      },
    });
  } finally {
    clearInterval(awake);
    media.maker.stop();
  }
}
