import { addMedia } from './media/addMedia.ts';
import { dropMedia } from './media/dropMedia.ts';
import { listDeadMedia } from './media/listDeadMedia.ts';
import { listVisibleMedia } from './media/listVisibleMedia.ts';

/** Units of work for pictures; see `unit.ts` for the pattern. */
export const mediaUnits = { addMedia, dropMedia, listDeadMedia, listVisibleMedia } as const;
