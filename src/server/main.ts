import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { appOrigin, appPlace } from '#domain/appRules.ts';
import { createMediaTools } from './createMediaTools.ts';
import { composeLive, type ComposedLive } from './composeLive.ts';
import type { Config } from './config.ts';
import { cardKeeper } from '#server/jobs/cardKeeper.ts';
import { endThreads } from '#server/jobs/endThreads.ts';
import { guardKeeper } from '#server/jobs/guardKeeper.ts';
import { houseKeeping } from '#server/jobs/houseKeeping.ts';
import { periodicJob } from '#server/jobs/periodicJob.ts';
import { scheduledSender } from '#server/jobs/scheduledSender.ts';
import type { Job } from '#server/jobs/job.ts';
import { linkKeeper } from '#server/jobs/linkKeeper.ts';
import { seenRecorder } from '#server/jobs/seenRecorder.ts';
import { listenOn } from './listenOn.ts';
import type { LivePort } from '#server/live/livePort.ts';
import { prepareDataDir } from './prepareDataDir.ts';
import { createAccessTokens } from '#server/services/accounts/accessTokens.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import { createPasswords } from '#server/services/accounts/passwords.ts';
import { createRefreshTokens } from '#server/services/accounts/refreshTokens.ts';
import { createSessionGuard, type SessionGuard } from '#server/services/accounts/sessionGuard.ts';
import { loadTokenKey } from '#server/services/accounts/tokenKey.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import { createMediaUrls } from '#server/services/media/mediaUrls.ts';
import { createLinkTools } from '#server/services/links/createLinkTools.ts';
import { createHandlers } from '#server/services/handlers.ts';
import { createAppFaces } from '#server/services/miniApps/appFaces.ts';
import { createAppSeals } from '#server/services/miniApps/appSeals.ts';
import type { AppTools } from '#server/services/miniApps/appTools.ts';
import { diskBundleStore } from '#server/services/miniApps/diskBundleStore.ts';
import { folderScripts } from '#server/services/miniApps/folderScripts.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import { StartError } from './startError.ts';
import type { OpenedStorage } from '#server/storage/openedStorage.ts';
import { openStorage } from '#server/storage/openStorage.ts';
import { createGateway } from '#server/transport/gateway/createGateway.ts';
import { upstreamLimits, type GatewayTools } from '#server/transport/gateway/gatewayTools.ts';
import { createHttpApp } from '#server/transport/http/createHttpApp.ts';
import { createLimiter } from '#server/transport/limiter.ts';
import { createLoadGuard, idleGuard, type LoadGuard } from '#server/transport/loadGuard.ts';
import type { Log } from '#server/transport/log.ts';
import { createRequestLimits } from '#server/transport/requestLimits.ts';
import { createServeRequest } from '#server/transport/serveRequest.ts';
import { createSocketDoor, type SocketDoor } from '#server/transport/socket/socketDoor.ts';
import type { ClientSource, DemoDoor, TransportParts } from '#server/transport/transportOptions.ts';

/** What the caller of {@link main} chooses beside the configuration. */
export interface MainOptions {
  readonly log: Log;
  readonly client: ClientSource;
  /** Server clock, ms. */
  readonly now?: () => number;
  /** Checks every answer against its schema. */
  readonly checkOutput?: boolean;
  /** An open database, for tests; `main` closes it. Without one, the configuration's is opened. */
  readonly storage?: OpenedStorage;
  /** Makes the demo world's door. */
  readonly demo?: (context: ServiceContext, tools: AccountTools) => DemoDoor;
  /** Parts of the mini-apps' gateway that differ, for tests. */
  readonly gateway?: Partial<GatewayTools>;
  /** Tells how loaded the process is; default: its event loop does. */
  readonly load?: LoadGuard;
}

/** A running server. */
export interface RunningServer {
  readonly port: number;
  /** Address for people, e.g. `http://localhost:8787`. */
  readonly url: string;
  readonly server: Server;
  readonly storage: OpenedStorage;
  readonly context: ServiceContext;
  readonly tools: AccountTools;
  readonly media: MediaTools;
  connections(): number;
  /** Says goodbye to the clients, finishes what is under way, and closes the database. `graceMs`: time between the two. A second call waits for the first. */
  close(graceMs?: number): Promise<void>;
}

/** Builds the server from its parts and starts it. Throws StartError or StorageOpenError with a sentence for the operator. */
export async function main(config: Config, options: MainOptions): Promise<RunningServer> {
  const { log } = options;
  const now = options.now ?? Date.now;
  const begunMs = performance.now();
  prepareDataDir(config.dataDir);
  const secret = readKey(config.dataDir);
  const storage = options.storage ?? (await openStorage(config.storage));
  try {
    return await assemble(config, options, { log, now, secret, storage, begunMs });
  } catch (error) {
    await storage.close();
    throw error;
  }
}

interface Ground {
  readonly log: Log;
  readonly now: () => number;
  readonly secret: Uint8Array;
  readonly storage: OpenedStorage;
  /** monotonic time at which the start began, ms */
  readonly begunMs: number;
}

async function assemble(config: Config, options: MainOptions, ground: Ground): Promise<RunningServer> {
  const { log, now, storage } = ground;
  const door = createSocketDoor();
  const seen = seenRecorder(storage, log, now);
  // A server on any free port learns its own origin only when it listens.
  const origins = { list: config.origins ?? [], port: config.port };
  // Whoever switches the limits off measures or tests, on machines that may be busy with other things.
  const load = options.load ?? (config.limits ? createLoadGuard() : idleGuard);
  const live = composeLive({ storage, delivery: door.delivery, log, now, load });
  const apps = createAppTools(config, ground, origins);
  const media = await createMediaTools(config);
  const parts = createParts(config, options, { ...ground, load, media, apps }, live, origins, seen.note);
  const { app, gateway } = await openDoors(parts, door);
  const listening = await listenOn(app.server, config.hosts, config.port);
  origins.port = listening.port;
  const url = `http://localhost:${listening.port}`;
  if (!config.origins) origins.list = [url];
  const jobs = [...houseKeeping({ storage, media, bundles: apps.bundles }, log, now), seen];
  jobs.push(guardKeeper(parts.context, log), cardKeeper(parts.context, log), scheduledSender(parts.context, log));
  const endOldThreads = () => endThreads(storage, parts.context.live);
  jobs.push(keepLinks(config, parts), periodicJob('endThreads', 10 * 60_000, log, endOldThreads));
  for (const job of jobs) job.run();
  live.door.start();
  const startMs = Math.round(performance.now() - ground.begunMs);
  log.info('server.started', { port: listening.port, node: parts.node, storage: storage.dialect });

  const closeAll = async (graceMs: number) => {
    // A node that is alone comes back, if at all, after a start that takes as long as the last one did.
    const back = config.endpoints.length > 1 ? {} : { back: graceMs + startMs };
    door.goAway({ why: 'stopping', in: graceMs, spread: 2_000, eps: [...config.endpoints], ...back });
    if (graceMs > 0) await new Promise((done) => setTimeout(done, graceMs));
    const closed = listening.close();
    gateway.close();
    await door.close();
    // Pending read marks and reactions are written before anything they need goes away.
    await live.door.stop();
    load.stop();
    media.maker.stop();
    for (const job of jobs) await job.stop();
    // Connections that browsers keep open would hold the server for ever.
    app.server.closeAllConnections();
    await closed;
    await app.close();
    await storage.close();
    log.info('server.stopped', { node: parts.node });
  };
  let closing: Promise<void> | undefined;
  const close = (graceMs = 0) => (closing ??= closeAll(graceMs));
  const { context, tools } = parts;
  const { port } = listening;
  const { server } = app;
  return { port, url, server, storage, context, tools, media, connections: door.connections, close };
}

/** The job that makes cards of links. Names are resolved as for the servers of mini-apps. */
function keepLinks({ linkCardHosts: hosts }: Config, parts: TransportParts): Job {
  const { context, media, settings, log } = parts;
  const own = () => [...settings.origins(), ...settings.endpoints];
  const tools = createLinkTools({ storage: context.storage, media, resolve: parts.gateway.resolve, hosts, own });
  return linkKeeper(context, tools, log);
}

/** All that comes in, on one server that does not listen yet: HTTP, sockets, and the hosts of mini-apps. */
async function openDoors(parts: TransportParts, door: SocketDoor) {
  const limits = createRequestLimits(createLimiter(parts.context.now), parts.settings.limits);
  const serve = createServeRequest(parts, limits);
  const gateway = createGateway(parts, limits);
  const app = await createHttpApp(parts, limits, serve, gateway);
  door.open(app.server, parts, limits, serve);
  return { app, gateway };
}

function createParts(
  config: Config,
  options: MainOptions,
  { log, now, secret, storage, load, media, apps }: Ground & { load: LoadGuard; media: MediaTools; apps: AppTools },
  live: ComposedLive,
  origins: { readonly list: readonly string[] },
  onSeen: (deviceId: string) => void,
): TransportParts {
  const guard = createSessionGuard(storage, now);
  const context: ServiceContext = { storage, live: withGuard(live.port, guard), now };
  const tools: AccountTools = {
    passwords: createPasswords(config.passwordCost),
    accessTokens: createAccessTokens(secret, now),
    refreshTokens: createRefreshTokens(secret),
    mediaUrls: createMediaUrls(secret, now),
  };
  const { endpoints, proxyHops, limits, handlerMs } = config;
  const checkOutput = options.checkOutput ?? false;
  return {
    settings: { origins: () => origins.list, endpoints, proxyHops, limits, handlerMs, checkOutput },
    log,
    context,
    handlers: createHandlers(tools, media, apps, live.chatHandlers),
    tools,
    media,
    apps,
    gateway: { ...defaultGateway, ...options.gateway },
    guard,
    live: live.door,
    load,
    gen: storage.gen,
    node: randomUUID().slice(0, 8),
    client: options.client,
    demo: options.demo?.(context, tools),
    onSeen,
  };
}

/** Without a place of their own, mini-apps run at `http://<id>.localhost` and the port of this process: browsers take each of them for a site of its own. */
function createAppTools(
  { appOrigin: template, appPrivateHosts: privateHosts, dataDir }: Config,
  { secret, now }: Pick<Ground, 'secret' | 'now'>,
  origins: { readonly list: readonly string[]; readonly port: number },
): AppTools {
  const originOf = (label: string) => appOrigin(template ?? `http://${appPlace}.localhost:${origins.port}`, label);
  return {
    originOf,
    ...createAppFaces(secret, originOf, now),
    origins: () => origins.list,
    seals: createAppSeals(secret),
    bundles: diskBundleStore(join(dataDir, 'apps')),
    privateHosts,
  };
}

/** The scripts are built beside the client. */
const defaultGateway: GatewayTools = {
  scripts: folderScripts(join(import.meta.dirname, '../../dist/miniapp')),
  resolve: (host) => lookup(host, { all: true }),
  limits: upstreamLimits,
};

function readKey(dataDir: string): Uint8Array {
  try {
    return loadTokenKey(join(dataDir, 'token.key'));
  } catch (error) {
    throw new StartError(
      `The token key in ${dataDir} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      error,
    );
  }
}

/** A logout is noticed by the guard before the sockets are told. */
function withGuard(live: LivePort, guard: SessionGuard): LivePort {
  return {
    ...live,
    revokeDevices(userId, devices) {
      guard.forget(devices);
      live.revokeDevices(userId, devices);
    },
  };
}
