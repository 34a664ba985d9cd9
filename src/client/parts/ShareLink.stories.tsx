import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { catchCopies, refuseCopies } from '#testing/fakeClipboard.ts';
import { ShareLink } from './ShareLink.tsx';

const meta: Meta<typeof ShareLink> = {
  title: 'parts/ShareLink',
  component: ShareLink,
  args: { url: 'https://kabar.example/join/q2W-8x_LmN0pQrStUvWxYz', title: 'Jogja bareng' },
};
export default meta;
type Story = StoryObj<typeof ShareLink>;

export const Usual: Story = {};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const LargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const Copied: Story = {
  async play({ args, canvas, userEvent }) {
    const written = catchCopies();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy link' }));
    await canvas.findByRole('button', { name: 'Copied' });
    await expect(written).toEqual([args.url]);
  },
};
/** Neither way leads to the clipboard: the link stands there to be selected. */
export const NotCopied: Story = {
  async play({ canvas, userEvent }) {
    refuseCopies();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy link' }));
    await expect(await canvas.findByText(/^Could not be copied\./)).toBeVisible();
    await canvas.findByRole('button', { name: 'Copy link' });
  },
};
