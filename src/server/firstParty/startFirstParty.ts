import { appManifestSchema } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import { toAppId } from '#protocol/casts.ts';
import { dealsApp } from '#miniapps/deals/server/dealsApp.ts';
import { giftApp } from '#miniapps/gift/server/giftApp.ts';
import { queueApp } from '#miniapps/queue/server/queueApp.ts';
import type { Config } from '#server/config.ts';
import type { RunningServer } from '#server/main.ts';
import { toAppToken } from '#server/storage/units/miniApps/toAppKeys.ts';
import type { Log } from '#server/transport/log.ts';
import { firstPartyOwner } from './firstPartyFolder.ts';
import { openFirstPartyApp, type OpenApp } from './openFirstPartyApp.ts';
import { uploadIcon } from './uploadIcon.ts';

/** The account in the registry that they belong to. */
const maker = { handle: 'kabar.apps', name: 'Kabar' };

/** `pages`: folder of their built pages. `say`: told where the codes of their staff are. */
export interface FirstPartyOptions {
  readonly pages: string;
  readonly log: Log;
  readonly say: (line: string) => void;
  /** Server clock, ms. */
  readonly now?: () => number;
}

/**
 * Starts a messenger with its own mini-apps beside it. Their ports are opened first, because the messenger must know which servers on this machine it may pass requests to;
 * they are entered in its registry when it runs.
 */
export async function startFirstParty(
  config: Config,
  start: (config: Config) => Promise<RunningServer>,
  { pages, log, say, now = Date.now }: FirstPartyOptions,
): Promise<RunningServer> {
  const open: OpenApp[] = [];
  const closeAll = async () => void (await Promise.all(open.map((app) => app.close())));
  try {
    for (const app of [queueApp, dealsApp, giftApp])
      // oxlint-disable-next-line no-await-in-loop -- what is open must be known when the next one fails
      open.push(await openFirstPartyApp(app, { dataDir: config.dataDir, pages, log, now }));
    const hosts = open.map(({ port }) => `127.0.0.1:${port}`);
    const running = await start({ ...config, appPrivateHosts: [...config.appPrivateHosts, ...hosts] });
    const close = async (graceMs?: number) => {
      await running.close(graceMs);
      await closeAll();
    };
    try {
      const owner = firstPartyOwner(config.dataDir);
      // oxlint-disable-next-line no-await-in-loop
      for (const app of open) await install(running, config, app, owner, log);
    } catch (error) {
      await running.close();
      throw error;
    }
    say(`Codes for the staff of the mini-apps are in ${config.dataDir}/first-party.`);
    return { ...running, close };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function install(
  running: RunningServer,
  config: Config,
  { app, folder, port: appPort, reach }: OpenApp,
  owner: ReturnType<typeof firstPartyOwner>,
  log: Log,
): Promise<void> {
  const source = { kind: 'upstream', url: `http://127.0.0.1:${appPort}/` };
  const installWith = (icon: string) =>
    running.storage.run('installApp', {
      ...maker,
      app: toAppId(app.name),
      owner,
      bot: folder.bot,
      secret: folder.secret,
      manifest: appManifestSchema.parse({ ...app.manifest, icon, source }),
    });
  try {
    const { bot } = await withIcon(installWith, (isLost) => uploadIcon(running, owner, app, folder, isLost));
    folder.keepToken(bot);
    const base = `http://${addressOf(config.hosts)}:${running.port}/api/apps/v1`;
    reach({ base, token: toAppToken(bot, folder.secret) });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NAME_TAKEN')) throw error;
    log.warn('firstParty.left', { app: app.name, why: 'somebody else has its id' });
  }
}

/** The database may be another one than that for which the icon was uploaded: then it is uploaded again. */
async function withIcon<Result>(
  work: (icon: string) => Promise<Result>,
  upload: (isLost: boolean) => Promise<string>,
): Promise<Result> {
  try {
    return await work(await upload(false));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error;
    return work(await upload(true));
  }
}

/** An address of this machine at which the messenger listens. */
function addressOf(hosts: readonly string[]): string {
  const [first = '127.0.0.1'] = hosts;
  if (hosts.includes('127.0.0.1') || first === '0.0.0.0' || first === '::') return '127.0.0.1';
  return first.includes(':') ? `[${first}]` : first;
}
