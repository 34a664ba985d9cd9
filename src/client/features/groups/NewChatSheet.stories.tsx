import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import type { FakeAnswers, FakeSeed } from '#testing/fakeServices.ts';
import { NewChatSheet } from './NewChatSheet.tsx';

const seed: FakeSeed = { users: sampleCards, contacts: sampleCards.map((card) => sampleContact(card)) };
const answering = (create: FakeAnswers['chat.create']): { seed: FakeSeed } => ({
  seed: { ...seed, answers: { 'chat.create': create } },
});

const meta: Meta<typeof NewChatSheet> = {
  title: 'features/groups/NewChatSheet',
  component: NewChatSheet,
  decorators: [withServices(seed)],
  args: { isOpen: true, onClose: () => {} },
};
export default meta;
type Story = StoryObj<typeof NewChatSheet>;

/** Picks one friend and asks for their chat. */
const open: NonNullable<Story['play']> = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('checkbox', { name: '윤하늘' }));
  await userEvent.click(await canvas.findByRole('button', { name: 'Open chat' }));
};

export const Picking: Story = {};
export const WithSomebody: Story = { args: { initialUserId: 1_004 } };
export const NoFriends: Story = { parameters: { seed: {} } };
export const Opening: Story = { parameters: answering(() => new Promise(() => {})), play: open };
export const Offline: Story = {
  async play(context) {
    await open(context);
    await context.canvas.findByText(/cannot be reached/);
  },
};
/** Somebody among the chosen does not want to be added, and the server does not say who. */
export const Blocked: Story = {
  args: { initialUserId: 1_004 },
  parameters: answering(() => ({ ok: false, code: 'BLOCKED' })),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Ibu' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Next' }));
    await userEvent.type(await canvas.findByLabelText('Name of the group'), 'Makan malam 토요일');
    await userEvent.click(canvas.getByRole('button', { name: 'Create group' }));
    await canvas.findByText(/one of them cannot be added/i);
  },
};
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
