import { randomBytes } from 'node:crypto';
import { AppError } from '#protocol/errors.ts';
import { fill } from '#miniapps/kit/server/appLanguages.ts';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import { queueCard, queueWords } from './queueCard.ts';
import { readPlace, readServing, readTicket, readWaiting, viewTicket, type TicketRow } from './queueViews.ts';

/** People who may wait at one place. */
const waitingMax = 300;
const numberMax = 999;

/** Takes a ticket; somebody who has one already keeps it. Throws NOT_FOUND, GONE (the counter is closed), FULL. */
export function takeTicket(tools: AppTools, place: string, person: number): string {
  const { db, now } = tools;
  return moveQueue(tools, place, () => {
    const own = db.get<TicketRow>(
      'SELECT * FROM tickets WHERE place = ? AND person = ? AND over_at IS NULL',
      place,
      person,
    );
    if (own) return own.id;
    const row = readPlace(db, place);
    if (row.is_open === 0) throw new AppError('GONE', { message: 'the counter is closed' });
    const waiting = readWaiting(db, place);
    if (waiting.length >= waitingMax) throw new AppError('FULL');
    const id = randomBytes(12).toString('base64url');
    const number = freeNumber(tools, place, row.last_number);
    const last = db.get<{ ord: number }>('SELECT coalesce(max(ord), 0) AS ord FROM tickets WHERE place = ?', place);
    db.run(
      'INSERT INTO tickets (id, place, number, ord, person, first, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[id, place, number, (last?.ord ?? 0) + 1, person, waiting.length, now()],
    );
    db.run('UPDATE places SET last_number = ? WHERE id = ?', number, place);
    return id;
  });
}

/** The next number that nobody holds: after a night with one ticket left over, the round may meet it again. */
function freeNumber({ db }: AppTools, place: string, last: number): number {
  const next = (last % numberMax) + 1;
  const taken = db.get('SELECT id FROM tickets WHERE place = ? AND number = ? AND over_at IS NULL', place, next);
  return taken ? freeNumber({ db } as AppTools, place, next) : next;
}

/** Gives a ticket up. Throws NOT_FOUND (not this person's), STALE (it is over). */
export function leaveQueue(tools: AppTools, id: string, person: number): void {
  const ticket = ownTicket(tools, id, person);
  moveQueue(tools, ticket.place, () => endTicket(tools, id, 'left'));
}

/** Lets the one behind go first. Throws NOT_FOUND, STALE (it does not wait, or nobody is behind). */
export function letPass(tools: AppTools, id: string, person: number): void {
  const { db } = tools;
  const { place } = ownTicket(tools, id, person);
  moveQueue(tools, place, () => {
    const waiting = readWaiting(db, place);
    const at = waiting.findIndex((row) => row.id === id);
    const [own, other] = [waiting[at], waiting[at + 1]];
    if (!own || !other) throw new AppError('STALE');
    // Through a turn that nobody has: no two tickets may share one even for a moment.
    db.run('UPDATE tickets SET ord = -1 WHERE id = ?', own.id);
    db.run('UPDATE tickets SET ord = ? WHERE id = ?', own.ord, other.id);
    db.run('UPDATE tickets SET ord = ? WHERE id = ?', other.ord, own.id);
  });
}

/** What staff do at a counter: call the next person and end with this one, end with this one who never came and call the next, close, open. */
export type CounterStep = 'next' | 'skip' | 'close' | 'open';

/** Does a step of a counter. `current`: the ticket that the person who pressed saw there. Throws STALE when it is another one by now, FORBIDDEN for people who do not work there. */
export function stepCounter(
  tools: AppTools,
  { place, step, current, person }: { place: string; step: CounterStep; current: string | null; person: number },
): void {
  const { db, staff, now } = tools;
  moveQueue(tools, place, () => {
    staff.require(place, person);
    readPlace(db, place);
    if (step === 'close' || step === 'open') {
      db.run('UPDATE places SET is_open = ? WHERE id = ?', step === 'open' ? 1 : 0, place);
      return;
    }
    const serving = readServing(db, place);
    if ((serving?.id ?? null) !== current) throw new AppError('STALE');
    if (step === 'skip' && !serving) throw new AppError('STALE');
    if (serving) endTicket(tools, serving.id, step === 'skip' ? 'skipped' : 'done');
    if (serving && step === 'skip') tell(tools, readTicket(db, serving.id), 'missed');
    const [next] = readWaiting(db, place);
    if (!next) return;
    db.run("UPDATE tickets SET state = 'serving', called_at = ? WHERE id = ?", now(), next.id);
    tell(tools, next, 'yourTurn');
  });
}

function ownTicket({ db }: AppTools, id: string, person: number): TicketRow {
  const ticket = readTicket(db, id);
  if (ticket.person !== person) throw new AppError('NOT_FOUND');
  return ticket;
}

function endTicket({ db, now }: AppTools, id: string, state: 'done' | 'skipped' | 'left'): void {
  // Somebody at the counter who says that he left has been served for all we know.
  const ended = db.run('UPDATE tickets SET state = ?, over_at = ? WHERE id = ? AND over_at IS NULL', state, now(), id);
  if (ended === 0) throw new AppError('STALE');
}

/** One change of a place, with everything that follows from it: warnings for who is soon at the counter, and the words of all cards. */
function moveQueue<Value>(tools: AppTools, place: string, work: () => Value): Value {
  const { db, cards, visits } = tools;
  return db.write(() => {
    const touched = db.all<TicketRow>('SELECT * FROM tickets WHERE place = ? AND over_at IS NULL', place);
    const value = work();
    db.run('UPDATE places SET v = v + 1 WHERE id = ?', place);
    const second = readWaiting(db, place)[1];
    if (second && second.warned === 0 && readServing(db, place)) {
      db.run('UPDATE tickets SET warned = 1 WHERE id = ?', second.id);
      tell(tools, second, 'soon');
    }
    for (const { id } of touched) {
      const ticket = readTicket(db, id);
      cards.refresh(id, (person) => {
        const { lang } = visits.person(person);
        return queueCard(viewTicket(db, ticket, person, lang), lang);
      });
    }
    return value;
  });
}

function tell({ db, visits, outbox }: AppTools, ticket: TicketRow, what: 'yourTurn' | 'soon' | 'missed'): void {
  const { lang } = visits.person(ticket.person);
  const { label, place } = viewTicket(db, ticket, ticket.person, lang);
  const text = fill(queueWords[lang][what], { label, place: place.name });
  outbox.message({ person: ticket.person, text, ...(what === 'yourTurn' ? {} : { silent: true }) });
}
