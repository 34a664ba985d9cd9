import * as z from 'zod';
import { AppError } from '#protocol/errors.ts';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import type { Router } from '#miniapps/kit/server/createAppServer.ts';
import type { Visitor } from '#miniapps/kit/server/createVisits.ts';
import { createLedger } from './createLedger.ts';
import { expireGifts, giftPlace, makeGift, openGift, personAccount, redeemGift, welcomePerson } from './giftActs.ts';
import { giftCard } from './giftCard.ts';
import { giftItems, viewItem } from './giftItems.ts';
import type { GiftsView } from './giftShapes.ts';
import { readGift, viewGift, type GiftRow } from './giftViews.ts';

/** A line that somebody wrote: no control characters, and none that turn the reading direction. Cards take no others. */
const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u)
    .nullable();
const giftSchema = z.strictObject({ gift: z.string().regex(/^[\w-]{22}$/) });
/** As it stands below the QR code, in whatever way it was typed. */
const codeSchema = z
  .string()
  .max(40)
  .transform((code) => code.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[2-9A-HJKMNP-Z]{12}$/));
/** Gifts of each kind, and movements of points, on the page. */
const shownMax = 30;

/** Answers the addresses of the gifts. */
export function addGiftRoutes(router: Router, tools: AppTools): void {
  const { cards, staff, visits } = tools;
  router.get('/api/gifts', z.strictObject({}), (_, visitor) => viewGifts(tools, visitor));
  const newSchema = z.strictObject({
    item: z.enum(giftItems.map(({ id }) => id)),
    to: lineSchema(40),
    note: lineSchema(240),
    key: z.uuid(),
  });
  router.post('/api/gifts', newSchema, (input, { person, lang }) =>
    viewGift(tools, makeGift(tools, input, person), person, lang),
  );
  router.post('/api/gifts/:gift/open', giftSchema, ({ gift }, { person, lang }) =>
    viewGift(tools, openGift(tools, gift, person), person, lang),
  );
  router.post('/api/gifts/:gift/card', giftSchema, async ({ gift }, { person, lang }) => {
    const row = readGift(tools, gift);
    if (row.giver !== person) throw new AppError('NOT_FOUND');
    return { card: await cards.prepare(gift, person, giftCard(viewGift(tools, row, person, lang), lang)) };
  });
  const staffSchema = z.strictObject({ code: z.string().trim().min(4).max(20) });
  router.post('/api/staff', staffSchema, ({ code }, { person }) => staff.enter(giftPlace, person, code));
  router.post('/api/staff/redeem', z.strictObject({ code: codeSchema }), ({ code }, { person, lang }) => {
    const gift = redeemGift(tools, code, person);
    return { item: viewItem(gift.item, gift.points, lang), from: visits.person(gift.giver).name };
  });
}

function viewGifts(tools: AppTools, { person, lang }: Visitor): GiftsView {
  const { db, now, staff } = tools;
  expireGifts(tools);
  welcomePerson(tools, person);
  const ledger = createLedger(db, now);
  const list = (column: 'giver' | 'opener') =>
    db
      .all<GiftRow>(`SELECT * FROM gifts WHERE ${column} = ? ORDER BY made_at DESC LIMIT ?`, person, shownMax)
      .map((row) => viewGift(tools, row, person, lang));
  return {
    points: ledger.balance(personAccount(person)),
    items: giftItems.map(({ id, points }) => viewItem(id, points, lang)),
    given: list('giver'),
    got: list('opener'),
    moves: ledger.moves(personAccount(person), shownMax),
    isStaff: staff.places(person).includes(giftPlace),
  };
}
