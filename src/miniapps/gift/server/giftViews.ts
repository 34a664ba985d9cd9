import { AppError } from '#protocol/errors.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import { viewItem } from './giftItems.ts';
import type { GiftState, GiftView } from './giftShapes.ts';

export interface GiftRow {
  id: string;
  giver: number;
  opener: number | null;
  item: string;
  points: number;
  recipient: string | null;
  note: string | null;
  code: string;
  state: GiftState;
  until: number;
}

/** Throws NOT_FOUND. */
export function readGift({ db }: AppTools, id: string): GiftRow {
  const gift = db.get<GiftRow>('SELECT * FROM gifts WHERE id = ?', id);
  if (!gift) throw new AppError('NOT_FOUND');
  return gift;
}

/** A gift as one person sees it. */
export function viewGift({ visits }: AppTools, gift: GiftRow, person: number, lang: AppLanguage): GiftView {
  const mine = gift.giver === person ? 'giver' : gift.opener === person ? 'opener' : null;
  return {
    id: gift.id,
    item: viewItem(gift.item, gift.points, lang),
    to: gift.recipient,
    from: visits.person(gift.giver).name,
    note: gift.note,
    state: gift.state,
    until: gift.until,
    mine,
    code: mine === 'opener' && gift.state === 'opened' ? gift.code : null,
  };
}
