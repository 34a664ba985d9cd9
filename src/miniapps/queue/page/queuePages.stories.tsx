import type { Meta, StoryObj } from '@storybook/react-vite';
import { StaffDoor } from '#miniapps/kit/page/StaffDoor.tsx';
import { inMiniApp, wordsIn } from '#testing/inMiniApp.tsx';
import { sampleCounter, samplePlace, sampleQueue, sampleTicket } from '#testing/sampleMiniApps.ts';
import { CounterScreen } from './CounterScreen.tsx';
import { PlacesScreen } from './PlacesScreen.tsx';
import table from './queuePageWords.json' with { type: 'json' };
import { TicketScreen } from './TicketScreen.tsx';

const none = () => undefined;
const still = { isOffline: false, isBusy: false };

const meta: Meta = { title: 'miniapps/queue', decorators: [inMiniApp] };
export default meta;

const places = (more: object = {}): StoryObj => ({
  render: (_, { globals }) => (
    <PlacesScreen
      {...wordsIn(table, globals)}
      {...still}
      view={sampleQueue()}
      onTake={none}
      onTicket={none}
      onCounter={none}
      {...more}
    />
  ),
});
export const Places = places();
export const PlacesWithTickets = places({ view: sampleQueue({ tickets: [sampleTicket()], staff: ['clinic'] }) });
export const PlacesOffline = places({ isOffline: true, isBusy: true });

const ticket = (more: object = {}): StoryObj => ({
  render: (_, { globals }) => (
    <TicketScreen
      {...wordsIn(table, globals)}
      {...still}
      ticket={sampleTicket()}
      onShare={none}
      onTell={none}
      onPass={none}
      onLeave={none}
      onBack={none}
      {...more}
    />
  ),
});
export const Ticket = ticket();
export const TicketNext = ticket({ ticket: sampleTicket({ before: 0 }) });
export const TicketTurn = ticket({ ticket: sampleTicket({ state: 'serving', before: 0 }) });
export const TicketMissed = ticket({ ticket: sampleTicket({ state: 'skipped' }) });
export const TicketOfSomebody = ticket({ ticket: sampleTicket({ isOwn: false }) });
export const TicketOffline = ticket({ isOffline: true, said: { text: 'It could not be shared.', isBad: true } });

const counter = (more: object = {}): StoryObj => ({
  render: (_, { globals }) => (
    <CounterScreen
      {...wordsIn(table, globals)}
      {...still}
      counter={sampleCounter()}
      now={sampleCounter().now}
      onStep={none}
      onBack={none}
      {...more}
    />
  ),
});
export const Counter = counter();
export const CounterEmpty = counter({
  counter: sampleCounter({ current: null, waiting: [], place: samplePlace({ isOpen: false }) }),
});

export const Staff: StoryObj = {
  render: (_, { globals }) => (
    <StaffDoor
      kit={wordsIn(table, globals).kit}
      place="Kedai Sore"
      isBusy={false}
      said={{ text: 'This is not the code.', isBad: true }}
      onEnter={none}
      onBack={none}
    />
  ),
};
