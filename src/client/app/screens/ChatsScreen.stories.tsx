import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { cardsWindow, officialChat, officialWindow } from '#testing/sampleAppCards.ts';
import { sampleAppAnswers } from '#testing/sampleApps.ts';
import { haneulWindow, jogja, sampleChats, sampleSeed } from '#testing/sampleChats.ts';
import { filmChat, filmPelan, filmWindow, memberAnswers } from '#testing/samplePlaces.ts';
import { filmRooms, sampleRooms } from '#testing/sampleRooms.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppShell } from './AppShell.tsx';
import { ChatsScreen } from './ChatsScreen.tsx';

const meta: Meta<typeof ChatsScreen> = {
  title: 'screens/Chats',
  component: ChatsScreen,
  decorators: [withServices(sampleSeed, `/chats/${jogja}`)],
  parameters: { plane: 'none' },
  render: (args) => (
    <AppShell>
      <ChatsScreen {...args} />
    </AppShell>
  ),
  // The list measures itself before its rows come; until then it is a region that scrolls without anything to focus.
  async play({ canvas }) {
    const list = canvas.queryByRole('navigation', { name: 'Chats' });
    if (list) await within(list).findAllByRole('link');
  },
};
export default meta;
type Story = StoryObj<typeof ChatsScreen>;

export const Desk: Story = { args: { chatId: jogja }, globals: { viewport: { value: 'desk' } } };
export const Tablet: Story = { args: { chatId: jogja }, globals: { viewport: { value: 'tablet' } } };
export const PhoneChat: Story = { args: { chatId: jogja }, globals: { viewport: { value: 'phone' } } };
export const PhoneList: Story = {
  args: {},
  parameters: { path: '/chats' },
  globals: { viewport: { value: 'phone' } },
};
/** Edited, unsent, long, read, and a gap in the history. */
export const Direct: Story = {
  args: { chatId: haneulWindow.c },
  parameters: { path: `/chats/${haneulWindow.c}` },
  globals: { viewport: { value: 'desk' } },
};
export const NothingOpen: Story = {
  args: {},
  parameters: { path: '/chats' },
  globals: { viewport: { value: 'desk' } },
};
/** A new person: no chat yet, all well. */
export const NewPerson: Story = {
  args: {},
  parameters: { path: '/chats', seed: {} },
  globals: { viewport: { value: 'desk' } },
};
/** What mini-apps put into a group: from somebody else, from me, and one that changes by itself. */
const withCards = {
  args: { chatId: jogja },
  parameters: {
    path: `/chats/${jogja}`,
    seed: { ...sampleSeed, health: {}, windows: [cardsWindow], answers: sampleAppAnswers },
  },
};
export const Cards: Story = { ...withCards, globals: { viewport: { value: 'desk' } } };
export const CardsTablet: Story = { ...withCards, globals: { viewport: { value: 'tablet' } } };
export const CardsPhone: Story = { ...withCards, globals: { viewport: { value: 'phone' } } };
/** Nothing is live without a network. */
export const CardsOffline: Story = {
  ...withCards,
  parameters: { ...withCards.parameters, seed: { ...sampleSeed, windows: [cardsWindow] } },
  globals: { viewport: { value: 'phone' } },
};
/** A mini-app writes to me: nothing can be answered, and one press silences it. */
const official = {
  args: { chatId: officialChat.c },
  parameters: {
    path: `/chats/${officialChat.c}`,
    seed: {
      ...sampleSeed,
      health: {},
      chats: [officialChat, ...sampleChats],
      windows: [officialWindow],
      answers: sampleAppAnswers,
    },
  },
};
export const Official: Story = {
  ...official,
  globals: { viewport: { value: 'desk' } },
  async play({ canvas, userEvent }) {
    await within(await canvas.findByRole('navigation', { name: 'Chats' })).findAllByRole('link');
    await canvas.findByText(/Nobody reads answers/);
    await expect(canvas.queryByRole('textbox', { name: /Message/ })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Mute' }));
    await canvas.findByRole('button', { name: 'Unmute' });
    await expect(canvas.getByRole('link', { name: 'What it knows about me' })).toHaveAttribute(
      'href',
      '/apps/antre/passport',
    );
  },
};
export const OfficialPhone: Story = { ...official, globals: { viewport: { value: 'phone' } } };
/** A community with rooms: they stand where the list of chats was. */
export const Rooms: Story = {
  args: { chatId: filmPelan },
  parameters: {
    path: `/chats/${filmPelan}`,
    seed: {
      ...sampleSeed,
      chats: [filmRooms, ...sampleRooms, ...sampleChats],
      windows: [{ ...filmWindow, chat: filmRooms }],
      answers: memberAnswers(5_000),
    },
  },
  globals: { viewport: { value: 'desk' } },
  async play({ canvas, userEvent }) {
    await canvas.findByRole('navigation', { name: 'Rooms' });
    await userEvent.click(canvas.getByRole('button', { name: 'Back to all chats' }));
    await within(await canvas.findByRole('navigation', { name: 'Chats' })).findAllByRole('link');
    await expect(canvas.queryByRole('navigation', { name: 'Rooms' })).toBeNull();
  },
};
/** A community after an absence: numbers in the head, and what happened meanwhile. */
export const Community: Story = {
  args: { chatId: filmPelan },
  parameters: {
    path: `/chats/${filmPelan}`,
    seed: { ...sampleSeed, chats: [filmChat, ...sampleChats], windows: [filmWindow], answers: memberAnswers(5_000) },
  },
  globals: { viewport: { value: 'desk' } },
};
