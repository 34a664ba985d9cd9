import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { invariant } from '#base/invariant.ts';
import { AppError } from '#protocol/errors.ts';
import type { MediaStore } from './mediaStore.ts';

/** Where an S3-speaking service keeps files. `endpoint`: undefined for Amazon's own; others mostly want the bucket in the path. */
export interface S3Place {
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Time until a connection stands, and without a byte on it, ms. */
const connectionTimeout = 10_000;
const requestTimeout = 60_000;

/** A {@link MediaStore} in a bucket that this installation has for itself. The service acknowledges what it has written; `stop` ends idle connections. */
export function s3MediaStore(place: S3Place): MediaStore & { stop(): void } {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = place;
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    // Sums in trailers are Amazon's own way; others answer them with errors.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout, requestTimeout },
  });
  return {
    async put(key, source) {
      const [body, length] =
        source instanceof Uint8Array
          ? [source, source.length]
          : [(await open(source.path)).createReadStream(), source.size];
      try {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentLength: length }));
      } catch (error) {
        throw new AppError('UNAVAILABLE', { message: 'the file store does not answer', cause: error });
      } finally {
        if (body instanceof Readable) body.destroy();
      }
    },
    async get(key, range) {
      const part = range && { Range: `bytes=${range.first}-${range.last}` };
      const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...part })).catch(toNothing);
      if (!found) return undefined;
      invariant(found.Body instanceof Readable, 'bodies are streams in Node');
      const size = Number(/\/(\d+)$/.exec(found.ContentRange ?? '')?.[1] ?? found.ContentLength ?? 0);
      return { size, stream: found.Body };
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })).catch(toNothing);
    },
    stop: () => client.destroy(),
  };
}

function toNothing(error: unknown): undefined {
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
  throw new AppError('UNAVAILABLE', { message: 'the file store does not answer', cause: error });
}
