import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConfig } from './config.ts';
import { ensureClient } from './ensureClient.ts';
import { ensureMiniPages } from './ensureMiniPages.ts';
import { ensureMiniScripts } from './ensureMiniScripts.ts';
import { logToStderr } from './logToStderr.ts';
import { main, type RunningServer } from './main.ts';
import { prepareDataDir } from './prepareDataDir.ts';
import { startDev } from './startDev.ts';
import { StartError } from './startError.ts';
import { StorageOpenError } from '#server/storage/storageOpenError.ts';

/** The command: `npm start`, `npm run dev` (with `--dev`), `npm run demo` (with `--demo`). Ends with 0 after a signal, with 1 when it cannot start. */

const root = resolve(import.meta.dirname, '../..');
const neededMajor = 26;
/** Clients get this long to find another node or to finish what they send, ms. */
const goodbyeMs = 300;
/** After this time a stop that hangs is cut short, ms. */
const stopLimitMs = 10_000;

const say = (line: string) => void process.stdout.write(`${line}\n`);

function refuse(error: unknown): never {
  const isForPeople = error instanceof StartError || error instanceof StorageOpenError;
  if (isForPeople) process.stderr.write(`Kabar cannot start. ${error.message}\n`);
  else logToStderr.error('server.crashed', error);
  process.exit(1);
}

function checkNode(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < neededMajor) {
    throw new StartError(
      `It needs Node ${neededMajor} or newer and this is ${process.version}. Use "npm start", which brings its own.`,
    );
  }
}

function readArguments(): { isDev: boolean; isDemo: boolean } {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const { dev, demo } = parseArgs({ options: { dev: flag, demo: flag } }).values;
    return { isDev: dev, isDemo: demo };
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), error);
  }
}

async function run(): Promise<void> {
  checkNode();
  const { isDev, isDemo } = readArguments();
  // First of all: a mistake in a variable or folder should not be found after a minute of building.
  const config = parseConfig(process.env);
  if (!isDemo) prepareDataDir(config.dataDir);
  const dev = isDev ? startDev(root) : undefined;
  await ensureMiniScripts(root, say);
  const hasApps = isDemo || config.firstParty;
  const pages = hasApps ? await ensureMiniPages(root, say) : '';
  const client = dev
    ? ({ kind: 'dev', middleware: dev.middleware } as const)
    : ({ kind: 'files', folder: await ensureClient(root, say) } as const);
  const options = { log: logToStderr, client, checkOutput: isDev };
  // Loaded only when asked for: nobody's server carries a demo.
  const running = isDemo
    ? await (await import('#server/demo/runDemo.ts')).runDemo(config, options, say, pages)
    : hasApps
      ? await (
          await import('#server/firstParty/startFirstParty.ts')
        ).startFirstParty(config, (own) => main(own, options), { pages, log: options.log, say })
      : await main(config, options);
  await dev?.attach(running.server);
  stopOnSignals(running, async () => dev?.close());
  const data = isDemo
    ? 'a folder that is removed at the end'
    : config.storage.kind === 'sqlite'
      ? config.dataDir
      : 'PostgreSQL';
  say(`Kabar runs at ${config.origins?.[0] ?? running.url} (data: ${data}). Stop it with Ctrl+C.`);
}

function stopOnSignals(running: RunningServer, alsoClose: () => Promise<void>): void {
  let isStopping = false;
  const stop = () => {
    // Somebody presses Ctrl+C twice because once was not enough.
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), stopLimitMs).unref();
    const grace = running.connections() > 0 ? goodbyeMs : 0;
    Promise.all([running.close(grace), alsoClose()]).then(() => process.exit(0), refuse);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

process.on('uncaughtException', refuse);
process.on('unhandledRejection', refuse);
run().catch(refuse);
