import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import type { FakeAnswers } from '#testing/fakeServices.ts';
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

const sentPage: NonNullable<FakeAnswers['media.list']> = (input) =>
  shelfAnswers['media.list']?.(input) ?? { ok: true, data: { items: [] } };
let hasFailed = false;
const failingOnce: FakeAnswers = {
  'media.list': (input) => {
    const isSecondPage = input.before !== undefined;
    if (!isSecondPage || hasFailed) return sentPage(input);
    hasFailed = true;
    return { ok: false, code: 'TIMEOUT' };
  },
};
/** The next page does not come at first: the same one is asked for again. */
export const FailedOnce: Story = {
  parameters: { seed: { ...sampleSeed, answers: failingOnce } },
  beforeEach() {
    hasFailed = false;
  },
  async play({ canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await page.findByRole('button', { name: 'Show older ones' }));
    await userEvent.click(await page.findByRole('button', { name: 'Try again' }));
    await page.findByRole('button', { name: 'Show older ones' });
  },
};
export const Refused: Story = { args: { problem: 'An album holds up to 1,000 photos and videos.' } };
