import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ShareProfile } from './ShareProfile.tsx';

const meta: Meta<typeof ShareProfile> = {
  title: 'features/contacts/ShareProfile',
  component: ShareProfile,
  decorators: [withServices(sampleSeed, '/friends')],
  args: { account: sampleMe, onDone: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof ShareProfile>;

export const Open: Story = {};
export const Sending: Story = {
  parameters: { seed: { ...sampleSeed, health: { status: { phase: 'live', clockOffset: 0 } } } },
  async play({ args, canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    await waitFor(() => expect(page.getAllByRole('checkbox').length).toBeGreaterThan(1));
    const [first, second] = page.getAllByRole('checkbox');
    await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled();
    await userEvent.click(first as HTMLElement);
    await userEvent.click(second as HTMLElement);
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith('Sent to 2 chats'));
  },
};
export const Offline: Story = {
  parameters: { seed: { ...sampleSeed, health: { status: { phase: 'offline', clockOffset: 0 } } } },
  async play({ args, canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    const [first] = await page.findAllByRole('checkbox');
    await userEvent.click(first as HTMLElement);
    await userEvent.click(page.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith('Leaves when you are online'));
  },
};
export const NoChats: Story = { parameters: { seed: {}, width: 360 } };
