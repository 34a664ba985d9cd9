import type { Meta, StoryObj } from '@storybook/react-vite';
import { ServicesContext } from '#client/context.ts';
import { createFakeServices } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { LogOutDialog } from './LogOutDialog.tsx';

const counting = { ...createFakeServices(), countUnsent: () => new Promise<number>(() => {}) };

const meta: Meta<typeof LogOutDialog> = {
  title: 'features/settings/LogOutDialog',
  component: LogOutDialog,
  decorators: [withServices({}, '/settings')],
  args: { onClose: () => {} },
};
export default meta;
type Story = StoryObj<typeof LogOutDialog>;

export const NothingUnsent: Story = {};
export const WouldLose: Story = {
  parameters: { seed: sampleSeed },
  async play({ canvas }) {
    await canvas.findByText(/3 messages have not left yet/);
  },
};
/** Until it is known what would be lost, nobody can go. */
export const Counting: Story = {
  decorators: [
    (Story) => (
      <ServicesContext value={counting}>
        <Story />
      </ServicesContext>
    ),
  ],
};
export const Leaving: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Log out', busy: false }));
    await canvas.findByRole('button', { name: 'Log out', busy: true });
  },
};
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4, seed: sampleSeed },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl', seed: sampleSeed } };
