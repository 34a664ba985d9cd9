import { randomBytes, randomInt } from 'node:crypto';
import { AppError } from '#protocol/errors.ts';
import { fill } from '#miniapps/kit/server/appLanguages.ts';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import { createLedger, issuer } from './createLedger.ts';
import { giftCard, giftWords } from './giftCard.ts';
import { giftItems, viewItem } from './giftItems.ts';
import { readGift, viewGift, type GiftRow } from './giftViews.ts';

/** The one place of this app that has staff. */
export const giftPlace = 'till';
/** What everybody begins with. */
const welcomePoints = 500;
/** How long a gift can be redeemed, ms. */
export const giftMs = 90 * 24 * 3_600_000;

/** Without letters and digits that look alike; ~59 bits. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 12;

export const personAccount = (person: number): string => `person:${person}`;
const giftAccount = (gift: string): string => `gift:${gift}`;
const shopAccount = (item: string): string => `shop:${giftItems.find(({ id }) => id === item)?.shop ?? item}`;

/** Gives a person the points to begin with, once. */
export function welcomePerson({ db, now }: AppTools, person: number): void {
  createLedger(db, now).transfer({
    key: `welcome:${person}`,
    source: issuer,
    target: personAccount(person),
    points: welcomePoints,
    why: 'welcome',
  });
}

/** What somebody gives. `key`: a repeat with the same one is the same gift. */
export interface NewGift {
  readonly item: string;
  readonly to: string | null;
  readonly note: string | null;
  readonly key: string;
}

/** Makes a gift and puts its points aside. Throws NOT_FOUND (no such thing), FULL (not enough points), STALE (the key stands for another gift). */
export function makeGift(tools: AppTools, { item, to, note, key }: NewGift, person: number): GiftRow {
  const { db, now } = tools;
  return db.write(() => {
    const known = db.get<GiftRow>('SELECT * FROM gifts WHERE giver = ? AND key = ?', person, key);
    if (known) {
      if (known.item !== item || known.recipient !== to || known.note !== note) throw new AppError('STALE');
      return known;
    }
    const found = giftItems.find(({ id }) => id === item);
    if (!found) throw new AppError('NOT_FOUND');
    welcomePerson(tools, person);
    const id = randomBytes(16).toString('base64url');
    const code = Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('');
    db.run(
      'INSERT INTO gifts (id, key, giver, item, points, recipient, note, code, made_at, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[id, key, person, item, found.points, to, note, code, now(), now() + giftMs],
    );
    move(tools, `give:${id}`, personAccount(person), giftAccount(id), found.points);
    return readGift(tools, id);
  });
}

/** Opens a gift; it belongs to whoever does so first and did not give it. Who gave it only looks. Throws NOT_FOUND, GONE (it is somebody else’s, or over). */
export function openGift(tools: AppTools, id: string, person: number): GiftRow {
  const { db, now } = tools;
  return db.write(() => {
    expireGifts(tools);
    const gift = readGift(tools, id);
    if (gift.giver === person || gift.opener === person) return gift;
    const opened = db.run(
      "UPDATE gifts SET opener = ?, state = 'opened' WHERE id = ? AND state = 'made' AND opener IS NULL AND giver <> ? AND until > ?",
      ...[person, id, person, now()],
    );
    if (opened === 0) throw new AppError('GONE');
    return told(tools, id, 'toldOpened');
  });
}

/** Takes a gift in at the till: once. Throws FORBIDDEN, NOT_FOUND (no such code), GONE (it was redeemed, or is too old). */
export function redeemGift(tools: AppTools, code: string, person: number): GiftRow {
  const { db, now, staff } = tools;
  return db.write(() => {
    staff.require(giftPlace, person);
    expireGifts(tools);
    const gift = db.get<GiftRow>('SELECT * FROM gifts WHERE code = ?', code);
    if (!gift || gift.state === 'made') throw new AppError('NOT_FOUND');
    const redeemed = db.run(
      "UPDATE gifts SET state = 'redeemed', over_at = ?, redeemed_by = ? WHERE id = ? AND state = 'opened' AND until > ?",
      ...[now(), person, gift.id, now()],
    );
    if (redeemed === 0) throw new AppError('GONE');
    move(tools, `redeem:${gift.id}`, giftAccount(gift.id), shopAccount(gift.item), gift.points);
    return told(tools, gift.id, 'toldRedeemed');
  });
}

/** Gives back the points of gifts that were not redeemed in time. */
export function expireGifts(tools: AppTools): void {
  const { db, now } = tools;
  db.write(() => {
    const due = db.all<GiftRow>('SELECT * FROM gifts WHERE over_at IS NULL AND until <= ?', now());
    for (const { id, giver, points } of due) {
      db.run("UPDATE gifts SET state = 'expired', over_at = ? WHERE id = ?", now(), id);
      move(tools, `return:${id}`, giftAccount(id), personAccount(giver), points);
      told(tools, id, 'toldExpired');
    }
  });
}

function move({ db, now }: AppTools, key: string, source: string, target: string, points: number): void {
  createLedger(db, now).transfer({ key, source, target, points, why: key.split(':')[0] ?? key });
}

/** Brings the card up to date and tells whoever gave it. */
function told(tools: AppTools, id: string, what: 'toldOpened' | 'toldRedeemed' | 'toldExpired'): GiftRow {
  const { cards, visits, outbox } = tools;
  const gift = readGift(tools, id);
  cards.refresh(id, (person) => {
    const { lang } = visits.person(person);
    return giftCard(viewGift(tools, gift, person, lang), lang);
  });
  const { lang } = visits.person(gift.giver);
  const text = fill(giftWords[lang][what], { item: viewItem(gift.item, gift.points, lang).name, n: gift.points });
  outbox.message({ person: gift.giver, text, silent: true });
  return gift;
}
