import type { CardWords } from '#protocol/entities/appCards.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import { fill, type InLanguages } from '#miniapps/kit/server/appLanguages.ts';
import type { TicketView } from './queueShapes.ts';
import words from './queueWords.json' with { type: 'json' };

export const queueWords: InLanguages<(typeof words)['en']> = words;

/** Whole minutes for people; never none as long as somebody waits. */
export const toMinutes = (ms: number): number => (ms <= 0 ? 0 : Math.max(1, Math.round(ms / 60_000)));

/** The card that shows a ticket to a chat, as it stands now. */
export function queueCard(ticket: TicketView, lang: AppLanguage): CardWords {
  const own = queueWords[lang];
  const { state, before, first } = ticket;
  const isOver = state === 'done' || state === 'left' || state === 'skipped';
  const waits = before === 0 ? own.next : fill(own.before, { n: before, min: toMinutes(ticket.wait) });
  return {
    title: ticket.place.name,
    // Of what is not waiting the mark says everything.
    ...(state === 'waiting' ? { text: waits } : {}),
    facts: [
      { label: own.number, value: ticket.label },
      { label: own.serving, value: ticket.place.serving ?? own.nobody },
    ],
    share: state === 'waiting' ? (first - Math.min(before, first)) / (first + 1) : 1,
    mark: {
      label: state === 'waiting' ? own.live : state === 'serving' ? own.turn : own[state],
      tone: state === 'skipped' ? 'warn' : state === 'left' ? 'off' : state === 'waiting' ? 'plain' : 'good',
    },
    ...(isOver ? {} : { live: 1 as const }),
    buttons: [{ do: 'open', label: own.open, start: `ticket-${ticket.id}` }],
  };
}
