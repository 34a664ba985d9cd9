import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleCards } from '#testing/samplePeople.ts';
import { FindPersonDialog } from './FindPersonDialog.tsx';

const card = sampleCards[7];
if (!card) throw new Error('sample people are missing');

const meta: Meta<typeof FindPersonDialog> = {
  title: 'features/contacts/FindPersonDialog',
  component: FindPersonDialog,
  args: {
    myHandle: 'dewi',
    initialHandle: 'tomo',
    isBusy: false,
    outcome: undefined,
    onFind: () => {},
    onAdd: () => {},
    onOpen: () => {},
    onClose: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof FindPersonDialog>;

export const Empty: Story = { args: { initialHandle: '' } };
export const Busy: Story = { args: { isBusy: true } };
export const Found: Story = { args: { outcome: { kind: 'found', card, relation: 'none' } } };
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { outcome: { kind: 'found', card, relation: 'none' } },
};
export const Friend: Story = { args: { outcome: { kind: 'found', card, relation: 'friend' } } };
export const Blocked: Story = { args: { outcome: { kind: 'found', card, relation: 'blocked' } } };
export const Myself: Story = { args: { outcome: { kind: 'found', card, relation: 'self' } } };
export const Nobody: Story = {
  args: { outcome: { kind: 'nobody', handle: 'tomo' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Find' }));
    await canvas.findByText(/nobody has the id @tomo/i);
  },
};
export const Offline: Story = {
  args: { outcome: { kind: 'problem', text: 'The server cannot be reached right now.' } },
};
