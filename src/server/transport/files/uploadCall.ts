import { AsyncLocalStorage } from 'node:async_hooks';
import type { Readable } from 'node:stream';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Checksum } from './readChecksum.ts';

/** What is known of an upload while the library works on a request for it: its owner has been checked. `length`: bytes; `createdAt`: ms. */
export interface UploadCall {
  readonly id: MediaId;
  readonly owner: UserId;
  readonly length: number;
  readonly createdAt: number;
  /** the bytes of this request, as they come */
  readonly bytes?: Readable | undefined;
  /** of these bytes */
  readonly checksum?: Checksum | undefined;
}

/** Carries the call through the library, which hands on nothing but ids. */
export const uploadCalls = new AsyncLocalStorage<UploadCall>();
