import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import type { RequestOutput } from '#protocol/requests.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { filmPelan } from '#testing/samplePlaces.ts';
import { withServices } from '#testing/withServices.tsx';
import { RemovedNotice } from './RemovedNotice.tsx';

const asked = fn();
const seedOf = (data: RequestOutput<'appeal.get'>): FakeSeed => ({
  answers: {
    'appeal.get': () => ({ ok: true, data }),
    'appeal.create': (input) => {
      asked(input);
      return { ok: true, data: {} };
    },
  },
});
const mine = { x: 'I did not know the rule, sorry.', at: sampleNow };

const meta: Meta<typeof RemovedNotice> = {
  title: 'features/moderation/RemovedNotice',
  component: RemovedNotice,
  decorators: [withServices(seedOf({ st: 4 }))],
  parameters: { plane: 'sunken' },
  args: { c: filmPelan },
};
export default meta;
type Story = StoryObj<typeof RemovedNotice>;

export const Removed: Story = {
  async play({ canvas, userEvent }) {
    asked.mockClear();
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask the admins' }));
    await userEvent.type(await canvas.findByLabelText('What should they know?'), 'Sorry');
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await canvas.findByText('The admins have your text.');
    await expect(asked.mock.calls[0]?.[0]).toMatchObject({ c: filmPelan, text: 'Sorry' });
  },
};
export const Banned: Story = { parameters: { seed: seedOf({ st: 5 }) } };
export const Waiting: Story = { parameters: { seed: seedOf({ st: 5, mine }) } };
export const Kept: Story = { parameters: { seed: seedOf({ st: 5, mine: { ...mine, done: 2, decided: sampleNow } }) } };
/** The ban is lifted: whoever was removed may come in again as before. */
export const Lifted: Story = {
  parameters: { seed: seedOf({ st: 4, mine: { ...mine, done: 1, decided: sampleNow } }) },
};
export const JapanesePhone: Story = {
  parameters: { width: 360, seed: seedOf({ st: 4 }) },
  globals: { language: 'ja' },
};
