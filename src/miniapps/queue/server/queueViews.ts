import { AppError } from '#protocol/errors.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import type { AppDatabase } from '#miniapps/kit/server/openAppDatabase.ts';
import { countedServices, estimateWait, type Service } from './estimateWait.ts';
import { queuePlaces } from './queuePlaces.ts';
import type { CounterView, PlaceView, TicketState, TicketView } from './queueShapes.ts';

export interface PlaceRow {
  id: string;
  prefix: string;
  is_open: number;
  last_number: number;
  v: number;
}
export interface TicketRow {
  id: string;
  place: string;
  number: number;
  ord: number;
  person: number;
  first: number;
  state: TicketState;
  warned: number;
  taken_at: number;
}

/** So many labels of the line are shown. */
const shownLine = 4;

const labelOf = ({ prefix }: PlaceRow, { number }: Pick<TicketRow, 'number'>): string => `${prefix}-${number}`;

/** Throws NOT_FOUND. */
export function readPlace(db: AppDatabase, id: string): PlaceRow {
  const place = db.get<PlaceRow>('SELECT * FROM places WHERE id = ?', id);
  if (!place) throw new AppError('NOT_FOUND');
  return place;
}
/** Throws NOT_FOUND. */
export function readTicket(db: AppDatabase, id: string): TicketRow {
  const ticket = db.get<TicketRow>('SELECT * FROM tickets WHERE id = ?', id);
  if (!ticket) throw new AppError('NOT_FOUND');
  return ticket;
}
export const readWaiting = (db: AppDatabase, place: string): TicketRow[] =>
  db.all<TicketRow>("SELECT * FROM tickets WHERE place = ? AND state = 'waiting' ORDER BY ord", place);
export const readServing = (db: AppDatabase, place: string): TicketRow | undefined =>
  db.get<TicketRow>("SELECT * FROM tickets WHERE place = ? AND state = 'serving'", place);

const readServices = (db: AppDatabase, place: string): Service[] =>
  db.all<Service>(
    `SELECT called_at AS "from", over_at AS "to" FROM tickets WHERE place = ? AND state = 'done' ORDER BY over_at DESC LIMIT ?`,
    ...[place, countedServices],
  );

/** A place as people see it. */
export function viewPlace(db: AppDatabase, row: PlaceRow, lang: AppLanguage): PlaceView {
  const waiting = readWaiting(db, row.id).length;
  const serving = readServing(db, row.id);
  return {
    id: row.id,
    name: queuePlaces.find(({ id }) => id === row.id)?.name[lang] ?? row.id,
    isOpen: row.is_open === 1,
    waiting,
    wait: estimateWait(readServices(db, row.id), waiting + (serving ? 1 : 0)),
    serving: serving ? labelOf(row, serving) : null,
  };
}

/** A ticket as `person` sees it. */
export function viewTicket(db: AppDatabase, ticket: TicketRow, person: number, lang: AppLanguage): TicketView {
  const place = readPlace(db, ticket.place);
  const waiting = readWaiting(db, place.id);
  const serving = readServing(db, place.id);
  const before = ticket.state === 'waiting' ? waiting.filter(({ ord }) => ord < ticket.ord).length : 0;
  const ahead = before + (serving && ticket.state === 'waiting' ? 1 : 0);
  return {
    id: ticket.id,
    place: viewPlace(db, place, lang),
    label: labelOf(place, ticket),
    state: ticket.state,
    isOwn: ticket.person === person,
    before,
    first: ticket.first,
    wait: estimateWait(readServices(db, place.id), ahead),
    line: [...(serving ? [serving] : []), ...waiting].slice(0, shownLine).map((row) => labelOf(place, row)),
  };
}

/** A counter as its staff see it. */
export function viewCounter(db: AppDatabase, id: string, lang: AppLanguage, now: number): CounterView {
  const place = readPlace(db, id);
  const serving = readServing(db, id);
  return {
    v: place.v,
    now,
    place: viewPlace(db, place, lang),
    current: serving ? { id: serving.id, label: labelOf(place, serving) } : null,
    waiting: readWaiting(db, id).map((row) => ({ id: row.id, label: labelOf(place, row), since: row.taken_at })),
  };
}
