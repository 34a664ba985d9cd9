import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { mediaIdOf } from '#testing/sampleMedia.ts';
import { shelfAnswers } from '#testing/sampleShelf.ts';
import { withServices } from '#testing/withServices.tsx';
import { FromChatSheet } from './FromChatSheet.tsx';

const meta: Meta<typeof FromChatSheet> = {
  title: 'features/shelf/FromChatSheet',
  component: FromChatSheet,
  args: { c: jogja, known: new Set([mediaIdOf('sent1')]), isBusy: false, onAdd: fn(), onClose: fn() },
  decorators: [withServices({ ...sampleSeed, answers: shelfAnswers })],
};
export default meta;
type Story = StoryObj<typeof FromChatSheet>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Chosen: Story = {
  async play({ canvasElement, args, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await page.findByRole('button', { name: 'Photo 1 of 11' }));
    await userEvent.click(page.getByRole('button', { name: 'Photo 3 of 11' }));
    await userEvent.click(page.getByRole('button', { name: 'Photo 3 of 11' }));
    await userEvent.click(page.getByRole('button', { name: 'Add 1' }));
    await expect(args.onAdd).toHaveBeenCalledWith([{ s: 100, id: mediaIdOf('sent0') }]);
  },
};
export const Nothing: Story = {
  parameters: {
    seed: { ...sampleSeed, answers: { 'media.list': () => ({ ok: true, data: { items: [] } }) } },
  },
};
export const Offline: Story = { parameters: { seed: sampleSeed } };
export const Refused: Story = { args: { problem: 'An album holds up to 1,000 photos and videos.' } };
