import type { Meta, StoryObj } from '@storybook/react-vite';
import { SendHorizontal } from 'lucide-react';
import { expect, fireEvent, fn, waitFor, within } from 'storybook/test';
import { IconButton } from '#client/ui/IconButton.tsx';
import { sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { SendHold } from './SendHold.tsx';

const pressed = fn();

const meta: Meta<typeof SendHold> = {
  title: 'features/composer/SendHold',
  component: SendHold,
  decorators: [
    (Story) => (
      <div className="flex justify-end pt-60">
        <Story />
      </div>
    ),
    withServices({}),
  ],
  parameters: { seed: sampleSeed },
  args: {
    isReady: true,
    onSend: fn(),
    children: <IconButton icon={SendHorizontal} look="send" isMirrored label="Send" onClick={pressed} />,
  },
};
export default meta;
type Story = StoryObj<typeof SendHold>;

export const ByRightClick: Story = {
  async play({ userEvent, canvasElement, args }) {
    const page = within(canvasElement.ownerDocument.body);
    await page.findByRole('button', { name: 'More ways to send' });
    await fireEvent.contextMenu(await page.findByRole('button', { name: 'Send' }));
    await userEvent.click(await page.findByRole('menuitem', { name: /Send silently/ }));
    await waitFor(() => expect(args.onSend).toHaveBeenCalledWith({ silent: true }));
    await expect(pressed).not.toHaveBeenCalled();
  },
};
export const ByKeyboard: Story = {
  async play({ userEvent, canvasElement, args }) {
    const page = within(canvasElement.ownerDocument.body);
    const more = await page.findByRole('button', { name: 'More ways to send' });
    more.focus();
    await userEvent.keyboard('{Enter}');
    await page.findByRole('menuitem', { name: 'Schedule…' });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await userEvent.click(await page.findByRole('button', { name: /Tomorrow/ }));
    await userEvent.click(page.getByRole('button', { name: 'Schedule' }));
    await waitFor(() => expect(args.onSend).toHaveBeenCalledWith({ at: expect.any(Number), silent: false }));
  },
};
export const NothingToSend: Story = { args: { isReady: false } };
