import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '#client/ui/Button.tsx';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import { NewChatDialog } from './NewChatDialog.tsx';
import { candidates } from './pickRows.ts';

const all = candidates(
  sampleCards.map((card) => sampleContact(card)),
  { language: 'en' },
);

const meta: Meta<typeof NewChatDialog> = {
  title: 'features/groups/NewChatDialog',
  component: NewChatDialog,
  args: {
    all,
    isBusy: false,
    problem: undefined,
    onOpen: () => {},
    onCreate: () => {},
    findFriend: <Button>Add a friend</Button>,
    onClose: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof NewChatDialog>;

export const Picking: Story = {};
export const NoFriends: Story = { args: { all: [] } };
export const GroupWithSomebody: Story = { args: { initialChosen: all.slice(0, 1) } };
export const Naming: Story = {
  args: { initialChosen: all.slice(0, 4) },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Next' }));
    await canvas.findByLabelText('Name of the group');
    // Going on to the next step must not count as sending the form.
    if (canvas.queryByText(/please give/i)) throw new Error('the form complains before it was sent');
    await userEvent.click(canvas.getByRole('button', { name: 'Create group' }));
    await canvas.findByText(/please give/i);
  },
};
export const Refused: Story = {
  args: { initialChosen: all.slice(0, 3), problem: 'One of them cannot be added.' },
};
/** Typing finds one person; Enter takes them and empties the field for the next name. */
export const ByKeyboard: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'ibu{Enter}');
    await canvas.findByText('1 chosen');
    await canvas.findByRole('checkbox', { name: '青島みのり' });
  },
};
