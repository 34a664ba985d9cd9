import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import { expect, fn } from 'storybook/test';
import { emptyChatWindow, type ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { useServices } from '#client/context.ts';
import { toAppId, toChatId } from '#protocol/casts.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { cardsWindow, officialChat, officialWindow } from '#testing/sampleAppCards.ts';
import { sampleAppAnswers } from '#testing/sampleApps.ts';
import { haneulWindow, jogjaWindow, sampleSeed } from '#testing/sampleChats.ts';
import { sampleChat } from '#testing/samplePeople.ts';
import { filmChat, filmWindow } from '#testing/samplePlaces.ts';
import { withServices } from '#testing/withServices.tsx';
import { ChatPane, type ChatPaneProps } from './ChatPane.tsx';
import { OfficialFoot } from './official/OfficialFoot.tsx';

type StageProps = { state: ChatWindowState; foot: ReactNode } & Pick<ChatPaneProps, 'place' | 'back' | 'onApps'>;

const nothing = () => undefined;
/** Stands in the place of the composer, which another feature makes. */
const composer = <div className="m-4 min-h-11 rounded-full bg-surface-raised shadow-edge" />;

/** A chat without the screen around it: its window is the one that the services of the story have. */
function Stage({ state, ...props }: StageProps) {
  const services = useServices();
  const [window] = useState(() => services.openChat(state.c));
  return (
    <div className="h-dvh">
      <ChatPane
        {...props}
        window={window}
        epoch={0}
        backHref="/chats"
        onBack={nothing}
        onInfo={nothing}
        onEdit={nothing}
        onReport={nothing}
        onJump={nothing}
        onDepart={nothing}
        onGoBack={nothing}
        onArrive={nothing}
        onNoteEnd={nothing}
        conversation={null}
      />
    </div>
  );
}

const seedOf = (state: ChatWindowState, more: FakeSeed = {}) => ({
  seed: { ...sampleSeed, health: {}, windows: [state], answers: sampleAppAnswers, ...more } satisfies FakeSeed,
});
const on = (state: ChatWindowState, more?: FakeSeed): Pick<Story, 'args' | 'parameters'> => ({
  args: { state },
  parameters: seedOf(state, more),
});

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ChatPane',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'none' },
  args: { state: jogjaWindow, place: 'end', back: undefined, foot: composer },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Group: Story = {
  ...on(jogjaWindow),
  async play({ canvas }) {
    await canvas.findByRole('article', { name: /Sudah kupesan/u });
  },
};
export const FromUnread: Story = { ...on(jogjaWindow), args: { state: jogjaWindow, place: 'unread' } };
export const Direct: Story = on(haneulWindow);
export const Community: Story = on(filmWindow, { chats: [filmChat] });
export const Cards: Story = on(cardsWindow);
/** A mini-app writes: no composer, and no way to announce or answer. */
export const Official: Story = {
  ...on(officialWindow, { chats: [officialChat] }),
  args: {
    state: officialWindow,
    foot: <OfficialFoot isMuted={false} onMute={nothing} app={toAppId('antre')} onPassport={nothing} />,
  },
  async play({ canvas }) {
    await canvas.findAllByText('Antre Dulu');
    await expect(canvas.queryByRole('textbox')).toBeNull();
  },
};
const fresh = sampleChat({ id: 2_901, title: 'Arisan RT 05' });
const empty: ChatWindowState = { ...emptyChatWindow(fresh.c), loaded: true, chat: fresh, atStart: true, atEnd: true };
/** Nobody has written yet. */
export const Empty: Story = on(empty, { chats: [fresh] });
/** The device has not read it yet: the head and the foot stand. */
export const Loading: Story = on(emptyChatWindow(toChatId(2_902)));
export const LoadingOlder: Story = on({ ...jogjaWindow, atStart: false, loading: { older: true, newer: false } });
/** What is older could not be fetched; nothing that is here goes away. */
export const Problem: Story = on({ ...jogjaWindow, atStart: false, problem: 'UNAVAILABLE' });
export const Offline: Story = on(cardsWindow, { health: { status: { phase: 'backoff', clockOffset: 0 } } });
const long = 'Panitia Reuni Akbar Angkatan 2004 SMA Negeri 1 Yogyakarta dan Keluarga Besar';
const longWindow: ChatWindowState = {
  ...jogjaWindow,
  chat: jogjaWindow.chat && { ...jogjaWindow.chat, meta: { ...jogjaWindow.chat.meta, title: long } },
};
export const LongTitlePhone: Story = {
  ...on(longWindow),
  args: { state: longWindow, onApps: fn() },
  globals: { viewport: { value: 'phone' } },
};
export const KoreanLargeTextPhone: Story = {
  args: { state: haneulWindow },
  parameters: { ...seedOf(haneulWindow), textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { state: cardsWindow }, parameters: { ...seedOf(cardsWindow), dir: 'rtl' } };
