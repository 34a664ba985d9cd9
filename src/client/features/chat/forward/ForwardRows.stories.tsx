import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { useServices } from '#client/context.ts';
import { jogja, jogjaWindow, sampleSeed } from '#testing/sampleChats.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { ForwardRows, type ForwardRowsProps } from './ForwardRows.tsx';

function Stage(props: Omit<ForwardRowsProps, 'window'>) {
  const services = useServices();
  const [window] = useState(() => services.openChat(jogja));
  return <ForwardRows {...props} window={window} />;
}

const seed: FakeSeed = {
  ...sampleSeed,
  health: {},
  windows: [jogjaWindow],
  originals: new Map([[jogja, jogjaWindow.messages]]),
};
const meta: Meta<typeof Stage> = {
  title: 'features/chat/ForwardRows',
  component: Stage,
  decorators: [withServices(seed)],
  args: { seqs: [3], onDone: fn(), onClose: fn(), onMissing: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const page = (element: HTMLElement) => within(element.ownerDocument.body);

/** One message is told in its words. */
export const One: Story = {
  async play({ canvasElement, args, userEvent }) {
    const sheet = within(await page(canvasElement).findByRole('dialog'));
    await expect(sheet.getByText(/^Kereta jam 7 pagi/)).toBeVisible();
    await userEvent.click((await sheet.findAllByRole('checkbox'))[0] as HTMLElement);
    await userEvent.click(sheet.getByRole('button', { name: 'Forward to 1 chat' }));
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith('Forwarded to 1 chat'));
    await expect(args.onMissing).not.toHaveBeenCalled();
  },
};
export const Several: Story = {
  args: { seqs: [4, 3] },
  async play({ canvasElement }) {
    await expect(await page(canvasElement).findByText('2 messages')).toBeVisible();
  },
};
/** Not for this person's eyes any more. */
export const Gone: Story = {
  args: { seqs: [900] },
  async play({ args }) {
    await waitFor(() => expect(args.onMissing).toHaveBeenCalledOnce());
  },
};
/** Neither on the device nor to be had. */
export const NoNetwork: Story = {
  parameters: { seed: { ...sampleSeed, health: {}, windows: [jogjaWindow] } satisfies FakeSeed },
  async play({ canvasElement, args }) {
    await waitFor(() => expect(args.onMissing).toHaveBeenCalledOnce());
    await expect(page(canvasElement).queryByRole('dialog')).toBeNull();
  },
};
