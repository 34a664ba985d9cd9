import type { ShelfId } from '#protocol/entities/shelf.ts';
import type { Services } from '#client/context.ts';

/** Fresh id of a note or an album. */
export const newShelfId = ({ newOp }: Pick<Services, 'newOp'>): ShelfId => newOp() as string as ShelfId;
