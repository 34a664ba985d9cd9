import * as z from 'zod';
import { emitter } from '#base/emitter.ts';
import type { AppTools } from '#miniapps/kit/server/appTools.ts';
import type { Router } from '#miniapps/kit/server/createAppServer.ts';
import type { Visitor } from '#miniapps/kit/server/createVisits.ts';
import { leaveQueue, letPass, stepCounter, takeTicket } from './queueMoves.ts';
import { queueCard } from './queueCard.ts';
import { queuePlaces } from './queuePlaces.ts';
import type { QueueView } from './queueShapes.ts';
import { readTicket, viewCounter, viewPlace, viewTicket, type PlaceRow, type TicketRow } from './queueViews.ts';

const placeSchema = z.enum(queuePlaces.map(({ id }) => id));
const ticketSchema = z.string().regex(/^[\w-]{16}$/);
const versionSchema = z.coerce.number().int().min(0).optional();
/** How long a question for news is kept open, ms: shorter than the messenger waits for a first byte. */
const newsMs = 10_000;

/** Answers the addresses of the queue. */
export function addQueueRoutes(router: Router, tools: AppTools): void {
  const moved = emitter<null>();
  const { staff, db, cards, now } = tools;
  /** Waits until there is something that the page has not seen. */
  const news = async (v: number | undefined, current: () => number): Promise<void> => {
    if (v === undefined || current() !== v) return;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(end, newsMs).unref();
      const stop = moved.on(end);
    });
  };
  const act = (work: () => void): void => {
    work();
    moved.emit(null);
  };
  const seenSchema = z.strictObject({ v: versionSchema, ticket: ticketSchema.optional() });
  router.get('/api/queue', seenSchema, async ({ v, ticket }, visitor) => {
    await news(v, () => versionOf(tools));
    return viewQueue(tools, visitor, ticket);
  });
  router.post('/api/tickets', z.strictObject({ place: placeSchema }), ({ place }, { person, lang }) => {
    let id = '';
    act(() => (id = takeTicket(tools, place, person)));
    return viewTicket(db, readTicket(db, id), person, lang);
  });
  const oneSchema = z.strictObject({ ticket: ticketSchema });
  router.post('/api/tickets/:ticket/leave', oneSchema, ({ ticket }, { person }) =>
    act(() => leaveQueue(tools, ticket, person)),
  );
  router.post('/api/tickets/:ticket/pass', oneSchema, ({ ticket }, { person }) =>
    act(() => letPass(tools, ticket, person)),
  );
  router.post('/api/tickets/:ticket/card', oneSchema, async ({ ticket }, { person, lang }) => {
    const row = readTicket(db, ticket);
    return { card: await cards.prepare(ticket, person, queueCard(viewTicket(db, row, person, lang), lang)) };
  });
  const codeSchema = z.strictObject({ place: placeSchema, code: z.string().trim().min(4).max(20) });
  router.post('/api/staff', codeSchema, ({ place, code }, { person }) => staff.enter(place, person, code));
  const counterSchema = z.strictObject({ place: placeSchema, v: versionSchema });
  router.get('/api/staff/:place', counterSchema, async ({ place, v }, { person, lang }) => {
    staff.require(place, person);
    await news(v, () => viewCounter(db, place, lang, now()).v);
    return viewCounter(db, place, lang, now());
  });
  const stepSchema = z.strictObject({
    place: placeSchema,
    step: z.enum(['next', 'skip', 'close', 'open']),
    current: ticketSchema.nullable(),
  });
  router.post('/api/staff/:place', stepSchema, (input, { person, lang }) => {
    act(() => stepCounter(tools, { ...input, person }));
    return viewCounter(db, input.place, lang, now());
  });
}

const versionOf = ({ db }: AppTools): number => db.get<{ v: number }>('SELECT sum(v) AS v FROM places')?.v ?? 0;

/** Tickets that are over stay on the page for a while, ms. */
const lingerMs = 10 * 60_000;

function viewQueue(tools: AppTools, { person, lang }: Visitor, shown: string | undefined): QueueView {
  const { db, staff, now } = tools;
  const own = db.all<TicketRow>(
    'SELECT * FROM tickets WHERE person = ? AND (over_at IS NULL OR over_at > ?) ORDER BY over_at IS NOT NULL, taken_at DESC',
    ...[person, now() - lingerMs],
  );
  const ticket = shown === undefined ? undefined : db.get<TicketRow>('SELECT * FROM tickets WHERE id = ?', shown);
  return {
    v: versionOf(tools),
    places: db.all<PlaceRow>('SELECT * FROM places ORDER BY id').map((row) => viewPlace(db, row, lang)),
    tickets: own.map((row) => viewTicket(db, row, person, lang)),
    shown: ticket ? viewTicket(db, ticket, person, lang) : null,
    staff: staff.places(person),
  };
}
