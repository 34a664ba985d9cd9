import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { samplePeek } from '#testing/samplePlaces.ts';
import { withServices } from '#testing/withServices.tsx';
import { PreviewPane } from './PreviewPane.tsx';

const { c } = samplePeek.card;
const asking = { ...samplePeek, card: { ...samplePeek.card, c, join: 2 }, ask: 'Which camera do you carry?' };
const seed = (answers: FakeAnswers) => ({ seed: { ...sampleSeed, answers } });

const meta: Meta<typeof PreviewPane> = {
  title: 'features/communities/PreviewPane',
  component: PreviewPane,
  decorators: [
    (Story) => (
      <div className="h-[760px] w-panel border-e border-line text-ink">
        <Story />
      </div>
    ),
    withServices(sampleSeed, `/discover/${c}`),
  ],
  parameters: { plane: 'none' },
  args: { chatId: c },
};
export default meta;
type Story = StoryObj<typeof PreviewPane>;

/** Asking becomes waiting under the name that was chosen, and waiting can be taken back. */
export const AskingAndTakingBack: Story = {
  parameters: seed(
    ((): FakeAnswers => {
      let nn: string | undefined;
      return {
        'community.peek': () => ({ ok: true, data: nn === undefined ? asking : { ...asking, me: 'waiting', nn } }),
        'community.join': (input) => {
          nn = input.nn;
          return { ok: true, data: { c, state: 'waiting' } };
        },
        'request.withdraw': () => {
          nn = undefined;
          return { ok: true, data: {} };
        },
      };
    })(),
  ),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask to join' }));
    const page = canvas;
    await userEvent.type(await page.findByLabelText('Your name here'), 'Dew');
    await userEvent.click(page.getByRole('checkbox'));
    const [, send] = await page.findAllByRole('button', { name: 'Ask to join' });
    await userEvent.click(send as HTMLElement);
    await page.findByText('You have asked to join as “Dew”');
    await userEvent.click(page.getByRole('button', { name: 'Take it back' }));
    await page.findByRole('button', { name: 'Ask to join' });
  },
};
/** Somebody answered while it was being taken back. */
export const AnsweredMeanwhile: Story = {
  parameters: seed(
    ((): FakeAnswers => {
      let isDeclined = false;
      return {
        'community.peek': () => ({
          ok: true,
          data: isDeclined
            ? { ...asking, me: 'refused', again: 1_790_000_000_000 as never }
            : { ...asking, me: 'waiting', nn: 'Dew' },
        }),
        'request.withdraw': () => {
          isDeclined = true;
          return { ok: false, code: 'NOT_FOUND' };
        },
      };
    })(),
  ),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Take it back' }));
    await expect(await canvas.findByText('Your request was declined')).toBeVisible();
  },
};
