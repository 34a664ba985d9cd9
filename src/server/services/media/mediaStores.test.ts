import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf } from '#testing/accountWorld.ts';
import { mediaStoreContract } from '#testing/contracts/mediaStoreContract.ts';
import { uploadFile } from '#testing/files/uploadFile.ts';
import { phonePhoto } from '#testing/samplePictures.ts';
import { startTestServer } from '#testing/testServer.ts';
import { diskMediaStore } from './diskMediaStore.ts';
import { s3MediaStore } from './s3MediaStore.ts';

let folder: string;
let service: S3rver;
let endpoint: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kabar-s3-'));
  service = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'kabar', configs: [] }],
  });
  const { port } = await service.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});
// The keys of the service for tests.
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
const place = (more: object = {}) => ({ endpoint, region: 'us-east-1', bucket: 'kabar', ...keys, ...more });

mediaStoreContract('the disk', async () => diskMediaStore(join(folder, 'disk')));
mediaStoreContract('an S3 service', async () => s3MediaStore(place()));

it('an S3 service that is away, or does not know us, is told as something to try again', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const wrong = [{ endpoint: `http://127.0.0.1:${port}` }, { bucket: 'another' }, { secretAccessKey: 'wrong' }];
  for (const more of wrong)
    expect([more, await codeOf(s3MediaStore(place(more)).put('abc', new Uint8Array(5)))]).toEqual([
      more,
      'UNAVAILABLE',
    ]);
}, 30_000);

it('a server whose files lie there takes and gives out photos', async () => {
  const env = { S3_ENDPOINT: endpoint, S3_BUCKET: 'kabar', S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' };
  const server = await startTestServer({ env });
  try {
    const origin = `http://127.0.0.1:${server.port}`;
    const ana = await server.person('ana');
    const { id, status } = await uploadFile(origin, { token: ana.token, t: 'i', bytes: await phonePhoto() });
    expect(status).toBe(204);
    const ack = await server.rpc(ana, 'media.sign', { ids: [id] });
    const address = ack.ok ? (ack.data.urls[0]?.[1] ?? '') : '';
    const part = await fetch(origin + address, { headers: { range: 'bytes=0-2' } });
    expect([part.status, Buffer.from(await part.arrayBuffer()).toString('hex')]).toEqual([206, 'ffd8ff']);
  } finally {
    await server.close();
  }
});
