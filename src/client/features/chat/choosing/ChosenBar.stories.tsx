import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ChosenBar } from './ChosenBar.tsx';

const meta: Meta<typeof ChosenBar> = {
  title: 'features/chat/ChosenBar',
  component: ChosenBar,
  args: {
    ...{ count: 3, canCopy: true, canForward: true, canUnsend: true },
    ...{ onCopy: fn(), onForward: fn(), onHide: fn(), onUnsend: fn(), onCancel: fn() },
  },
};
export default meta;
type Story = StoryObj<typeof ChosenBar>;

export const Three: Story = {
  async play({ canvasElement, args }) {
    for (const name of ['Copy', 'Forward', 'Delete for me', 'Unsend', 'Cancel'])
      await userEvent.click(within(canvasElement).getByRole('button', { name }));
    for (const handler of [args.onCopy, args.onForward, args.onHide, args.onUnsend, args.onCancel])
      await expect(handler).toHaveBeenCalledTimes(1);
  },
};
export const WithPhotos: Story = {
  args: { onAlbum: fn() },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Add to an album' }));
    await expect(args.onAlbum).toHaveBeenCalledOnce();
  },
};
export const None: Story = { args: { count: 0 } };
export const OfOthers: Story = { args: { canUnsend: false, canForward: false } };
export const Full: Story = { args: { count: 100 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
