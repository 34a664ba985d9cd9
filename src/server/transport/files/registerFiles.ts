import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mediaIdSchema, type MediaId } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { uploadKeptMs } from '#server/services/media/uploads/uploadLimits.ts';
import { createFinisher, type Finisher } from '#server/services/media/uploads/createFinisher.ts';
import { startUpload } from '#server/services/media/uploads/startUpload.ts';
import { hasBody, setBodyDeadline } from '#server/transport/bodyDeadline.ts';
import { readBearer } from '#server/transport/http/readBearer.ts';
import { sendAck } from '#server/transport/http/sendAck.ts';
import { isOriginAllowed } from '#server/transport/isOriginAllowed.ts';
import { uploadMs } from '#server/transport/registerRawUploads.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { createUploadServer, filesPath } from './createUploadServer.ts';
import { checksumAlgorithms, readChecksum } from './readChecksum.ts';
import { readMetadata } from './readMetadata.ts';
import { uploadCalls, type UploadCall } from './uploadCall.ts';

type FileRequest = FastifyRequest<{ Params: { id?: string } }>;

/** What one request needs. */
interface Door {
  readonly parts: TransportParts;
  readonly finisher: Finisher;
  readonly owners: WeakMap<FastifyRequest, UserId>;
  /** Made with the first upload. */
  readonly tus: () => Server;
}

const tusHeaders = { 'tus-resumable': '1.0.0', 'tus-checksum-algorithm': checksumAlgorithms.join(',') };

/**
 * Resumable uploads of what messages carry, by the tus protocol 1.0.0: `POST /api/files` announces one, `HEAD`, `PATCH` and `DELETE /api/files/<id>` go on with it or end it. The id is made by the client
 * (`Upload-Metadata`: `id`, `t`, `n`), so announcing it again finds it. After the last byte the file is looked at before the answer leaves; refusals are JSON like everywhere.
 */
export async function registerFiles(app: FastifyInstance, parts: TransportParts, limits: RequestLimits): Promise<void> {
  const finisher = createFinisher(parts.context.storage, parts.media);
  let made: Server | undefined;
  const door: Door = {
    parts,
    finisher,
    owners: new WeakMap(),
    tus: () => (made ??= createUploadServer(parts, finisher)),
  };
  await app.register(async (scope) => {
    // Bytes go to the file as they come; nothing here reads a body as a whole.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.addHook('onRequest', (request: FileRequest, reply) => admit(door, limits, request, reply));
    const serve =
      (work: (door: Door, request: FileRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
      async (request: FileRequest, reply: FastifyReply) => {
        try {
          return await work(door, request, reply.headers(tusHeaders));
        } catch (error) {
          return sendAck(reply, toAnswer(parts, error, 'files'));
        }
      };
    scope.route({ method: 'POST', url: filesPath, handler: serve(announce) });
    scope.route({ method: 'HEAD', url: `${filesPath}/:id`, handler: serve(tellOffset) });
    scope.route({ method: 'PATCH', url: `${filesPath}/:id`, handler: serve(goOn) });
    scope.route({ method: 'DELETE', url: `${filesPath}/:id`, handler: serve(cancel) });
  });
}

/** Who may not upload is refused before a byte of the body is read. */
async function admit(door: Door, limits: RequestLimits, request: FileRequest, reply: FastifyReply): Promise<void> {
  const { parts } = door;
  try {
    if (!isOriginAllowed(request.headers, parts.settings.origins()))
      throw new AppError('FORBIDDEN', { message: 'origin' });
    const claims = await parts.tools.accessTokens.verify(readBearer(request));
    await parts.guard.check(claims, undefined);
    limits.step(request.method === 'POST' ? 'file' : 'filePart', `u${claims.userId}`);
    if (request.headers['tus-resumable'] !== '1.0.0') throw new AppError('BAD', { message: 'Tus-Resumable' });
    parts.onSeen?.(claims.deviceId);
    door.owners.set(request, claims.userId);
    // On a slow line a body ends here in the middle; what has come counts, and the client goes on.
    setBodyDeadline(request.raw, uploadMs, () => request.raw.destroy());
  } catch (error) {
    await sendAck(reply.headers(tusHeaders), toAnswer(parts, error, 'files'));
  }
}

async function announce(door: Door, request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { parts } = door;
  const { headers } = request;
  if (headers['upload-concat'] !== undefined || headers['upload-defer-length'] !== undefined)
    throw new AppError('BAD', { message: 'a whole file with its length' });
  const length = /^\d{1,16}$/.test(String(headers['upload-length'])) ? Number(headers['upload-length']) : Number.NaN;
  const metadata = readMetadata(headers['upload-metadata']);
  const owner = ownerOf(door, request);
  const announced = { owner, id: metadata.get('id'), t: metadata.get('t'), n: metadata.get('n'), length };
  const { id, isReady } = await startUpload(parts.context, parts.media, announced);
  const offset = isReady ? length : await sizeOf(door, id);
  if (offset === undefined) {
    const checksum = readChecksum(headers['upload-checksum']);
    return passOn(door, request, reply, { id, owner, length, createdAt: parts.context.now(), checksum });
  }
  if (!isReady && offset === length) await door.finisher.finish(id, owner);
  return reply
    .code(200)
    .headers({ location: `${filesPath}/${id}`, 'upload-offset': offset, 'cache-control': 'no-store' })
    .send();
}

async function tellOffset(door: Door, request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
  const call = await callOf(door, request);
  if (!(await isOver(door, call))) {
    const answer = await askLibrary(door, request, call);
    // The request that it has just taken the upload from may have brought the last byte, or be about to make the file ready.
    if (!(await isOver(door, await callOf(door, request)))) return pass(reply, call, answer);
  }
  return reply
    .code(200)
    .headers({ 'upload-offset': call.length, 'upload-length': call.length, 'cache-control': 'no-store' })
    .send();
}

async function goOn(door: Door, request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
  const call = await callOf(door, request);
  if (!call.isReady) return passOn(door, request, reply, call);
  // The answer to its last bytes was lost: nothing more can come.
  if (request.headers['upload-offset'] !== String(call.length)) throw new AppError('STALE');
  return reply.code(204).headers({ 'upload-offset': call.length }).send();
}

async function cancel(door: Door, request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { id, owner } = await callOf(door, request, { isRefusedToo: true });
  await door.parts.context.storage.run('dropUpload', { id, owner });
  await rm(pathOf(door, id), { force: true });
  return reply.code(204).send();
}

/** Hands a request to the library, and its answer to who asked. */
const passOn = async (door: Door, request: FileRequest, reply: FastifyReply, call: UploadCall): Promise<FastifyReply> =>
  pass(reply, call, await askLibrary(door, request, call));

async function askLibrary(door: Door, request: FileRequest, call: UploadCall): Promise<Response> {
  const { method, raw, url } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const line = openLine(request);
  const asked = new Request(`http://localhost${url}`, { method, headers, ...line?.init });
  const bytes = line && raw.once('close', line.end);
  return uploadCalls.run({ ...call, bytes }, () => door.tus().handleWeb(asked)).finally(line?.end);
}

async function pass(reply: FastifyReply, call: UploadCall, answer: Response): Promise<FastifyReply> {
  const text = await answer.text();
  for (const [name, value] of answer.headers) if (!ownHeaders.has(name)) reply.header(name, value);
  reply.header('upload-expires', new Date(call.createdAt + uploadKeptMs).toUTCString());
  if (text.startsWith('{')) reply.type('application/json; charset=utf-8');
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .send(text === '' ? undefined : text);
}

/**
 * What the library gets in the place of a body: nothing, until it is ended. The bytes go from the connection into the file without passing through its streams, which would keep several copies of each; it still
 * knows when a request is over.
 */
function openLine({ method, raw }: FileRequest): { init: RequestInit; end: () => void } | undefined {
  if (method === 'HEAD' || !hasBody(raw)) return undefined;
  // The library checks the announced length of a body against what is missing; one without it could go on for ever.
  if (raw.headers['content-length'] === undefined) throw new AppError('BAD', { message: 'Content-Length' });
  let isOver = false;
  let close = (): void => undefined;
  const body = new ReadableStream({ start: (controller) => void (close = () => controller.close()) });
  const end = (): void => {
    if (!isOver) close();
    isOver = true;
  };
  return { init: { body, duplex: 'half' } as RequestInit, end };
}

/** Written by the server itself, or for other pages. */
const ownHeaders: ReadonlySet<string> = new Set(['content-length', 'content-type', 'access-control-expose-headers']);

/** An upload of this person, with what the library needs to know. Throws NOT_FOUND, and the reason of one that was refused. */
async function callOf(
  door: Door,
  request: FileRequest,
  { isRefusedToo = false } = {},
): Promise<UploadCall & { isReady: boolean }> {
  const owner = ownerOf(door, request);
  const id = mediaIdSchema.safeParse(request.params.id);
  if (!id.success) throw new AppError('NOT_FOUND');
  const checksum = readChecksum(request.headers['upload-checksum']);
  const found = await door.parts.context.storage.run('findUpload', { id: id.data, owner, isRefusedToo });
  return { id: id.data, owner, length: found.length, createdAt: found.createdAt, isReady: found.isReady, checksum };
}

/** Whether the last byte is there and the file is ready; what a crash left between the two is done now. */
async function isOver(door: Door, { id, owner, length, isReady }: UploadCall & { isReady: boolean }): Promise<boolean> {
  if (isReady) return true;
  if ((await sizeOf(door, id)) !== length) return false;
  await door.finisher.finish(id, owner);
  return true;
}

function ownerOf({ owners }: Door, request: FastifyRequest): UserId {
  const owner = owners.get(request);
  if (owner === undefined) throw new AppError('UNAUTH');
  return owner;
}

const pathOf = ({ parts }: Door, id: MediaId): string => join(parts.media.uploads, id);

/** Bytes that have come; undefined where there is no file yet. */
async function sizeOf(door: Door, id: MediaId): Promise<number | undefined> {
  try {
    return (await stat(pathOf(door, id))).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
