import { beginUpload } from './files/beginUpload.ts';
import { dropDeadFiles, dropStored, listDeadFiles, listLooseStored, listOpenUploads } from './files/cleanFiles.ts';
import { countGallery } from './files/countGallery.ts';
import { dropUpload } from './files/dropUpload.ts';
import { findReadableCopy, listReadableFiles } from './files/fileRights.ts';
import { findUpload } from './files/findUpload.ts';
import { finishUpload, refuseUpload } from './files/finishUpload.ts';
import { holdStored } from './files/holdStored.ts';
import { listGallery } from './files/listGallery.ts';
import { readQuota } from './files/readQuota.ts';

/** Units of work for what messages carry; see `unit.ts` for the pattern. */
export const fileUnits = {
  beginUpload,
  countGallery,
  dropDeadFiles,
  dropStored,
  dropUpload,
  findReadableCopy,
  findUpload,
  finishUpload,
  holdStored,
  listDeadFiles,
  listGallery,
  listLooseStored,
  listOpenUploads,
  listReadableFiles,
  readQuota,
  refuseUpload,
} as const;
