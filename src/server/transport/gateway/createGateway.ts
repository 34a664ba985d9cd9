import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '#protocol/errors.ts';
import { clientAddress } from '#server/transport/clientAddress.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { createOpenPipes } from './openPipes.ts';
import { proxyRequest } from './proxyRequest.ts';
import { proxySocket } from './proxySocket.ts';
import type { ProxyTools } from './proxyTools.ts';
import { readAppLabel } from './readAppLabel.ts';
import { refuseSocket } from './refuseSocket.ts';
import { sendNotice } from './sendNotice.ts';
import { serveBundle } from './serveBundle.ts';
import { miniPath, serveMini } from './serveMini.ts';
import { createServedLabels, type Served, type ServedLabels } from './servedLabels.ts';
import { createUpstreamDoor } from './upstreamDoor.ts';
import type { Visit } from './visit.ts';

/** The door of the mini-apps: everything that comes to one of their hosts. */
export interface Gateway {
  /** Whether a request came to the host of an app, one that exists or not. Such a request is nobody else's. */
  takes(request: IncomingMessage): boolean;
  serve(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Cuts what is still open. */
  close(): void;
}

/** Everything that stays the same for all visits. */
interface Ground {
  readonly parts: TransportParts;
  readonly limits: RequestLimits;
  readonly labels: ServedLabels;
  readonly tools: ProxyTools;
}

/** Makes a {@link Gateway}. No header or cookie of the messenger gets in or out here; an app's page is a stranger on another site. */
export function createGateway(parts: TransportParts, limits: RequestLimits): Gateway {
  const { apps, gateway, log, context } = parts;
  const labels = createServedLabels(context.storage, apps.seals);
  const pipes = createOpenPipes(labels, (error) => log.error('apps.lookFailed', error));
  const door = createUpstreamDoor(gateway.resolve, apps.privateHosts);
  const note = (app: string, why: string) => log.warn('apps.upstreamFailed', { app, why });
  const ground: Ground = { parts, limits, labels, tools: { door, pipes, limits: gateway.limits, note } };
  return {
    takes: (request) => labelOf(request, parts) !== undefined,
    serve(request, response) {
      answer(ground, request, response).catch((error: unknown) => {
        // Whoever leaves in the middle of an answer makes no line.
        if (response.headersSent || response.destroyed) return void response.destroy();
        log.error('apps.failed', error);
        sendNotice(request, response, 'broken', apps.origins());
      });
    },
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      open(ground, request, socket, head).catch((error: unknown) => {
        log.error('apps.failed', error);
        refuseSocket(socket, 502);
      });
    },
    close() {
      pipes.close();
      door.close();
    },
  };
}

const labelOf = (request: IncomingMessage, { apps, settings }: TransportParts): string | undefined =>
  readAppLabel(request.headers.host, apps.originOf('app'), [...apps.origins(), ...settings.endpoints]);

const addressOf = ({ socket, headers }: IncomingMessage, { settings }: TransportParts): string =>
  clientAddress(socket.remoteAddress, String(headers['x-forwarded-for'] ?? ''), settings.proxyHops);

/** Whether an address has not asked too often. */
function isWelcome({ parts, limits }: Ground, request: IncomingMessage): boolean {
  try {
    limits.step('appIp', addressOf(request, parts));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'RATE') return false;
    throw error;
  }
}

async function answer(ground: Ground, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { parts, labels, tools } = ground;
  const messenger = parts.apps.origins();
  const label = labelOf(request, parts) ?? '';
  if (!isWelcome(ground, request)) return sendNotice(request, response, 'busy', messenger, { 'retry-after': '5' });
  const served = await labels.find(label);
  // Anything but a path is not for us: a proxy's request, or one for the server as a whole.
  if (!served || !request.url?.startsWith('/')) return sendNotice(request, response, 'missing', messenger);
  if (served.kind === 'gone') {
    // What the app left in this browser goes with it.
    return sendNotice(request, response, 'gone', messenger, { 'clear-site-data': '"*"' });
  }
  const visit = { ...visitOf(ground, request, label, served), response };
  const path = request.url.split('?')[0] ?? '/';
  if (path === miniPath.slice(0, -1) || path.startsWith(miniPath)) return serveMini(visit, parts);
  const { source } = served.manifest;
  if (source.kind === 'bundle') return serveBundle(visit, parts.apps.bundles, source);
  return proxyRequest(visit, new URL(source.url), addressOf(request, parts), tools);
}

async function open(ground: Ground, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  const { parts, labels, tools } = ground;
  const label = labelOf(request, parts) ?? '';
  if (!isWelcome(ground, request)) return refuseSocket(socket, 429);
  const served = await labels.find(label);
  if (served?.kind === 'gone') return refuseSocket(socket, 410);
  const isOurs = request.url?.startsWith(miniPath) ?? true;
  const isWebSocket = request.method === 'GET' && /^websocket$/i.test(request.headers.upgrade ?? '');
  if (!served || isOurs || !isWebSocket || !request.url?.startsWith('/')) return refuseSocket(socket, 404);
  const { source } = served.manifest;
  if (source.kind === 'bundle') return refuseSocket(socket, 404);
  const visit = { ...visitOf(ground, request, label, served), socket, head };
  return proxySocket(visit, new URL(source.url), addressOf(request, parts), tools);
}

const visitOf = (
  { parts }: Ground,
  request: IncomingMessage,
  label: string,
  { manifest }: Served & { kind: 'version' },
): Visit => ({ request, label, origin: parts.apps.originOf(label), manifest, messenger: parts.apps.origins() });
