import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { ConnectPane } from './ConnectPane.tsx';

const item = {
  c: toChatId(3_001),
  title: 'Film Pelan',
  u: toMemberId(77),
  nn: '底片貓',
  at: 1_790_000_000_000 as never,
};
const answers = (reply: 'ok' | 'NOT_FOUND' | 'UNAVAILABLE'): FakeAnswers => {
  let isAnswered = false;
  return {
    'connect.list': () => ({ ok: true, data: { items: isAnswered ? [] : [item] } }),
    'connect.answer': () => {
      isAnswered = reply !== 'UNAVAILABLE';
      return reply === 'ok' ? { ok: true, data: {} } : { ok: false, code: reply };
    },
  };
};
const seed = (reply: Parameters<typeof answers>[0]) => ({ seed: { ...sampleSeed, answers: answers(reply) } });

const meta: Meta<typeof ConnectPane> = {
  title: 'features/contacts/ConnectPane',
  component: ConnectPane,
  decorators: [
    (Story) => (
      <div className="w-[340px] p-2 text-ink">
        <Story />
      </div>
    ),
    withServices(sampleSeed, '/friends'),
  ],
  parameters: seed('ok'),
};
export default meta;
type Story = StoryObj<typeof ConnectPane>;

export const Accepting: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Accept 底片貓' }));
    await waitFor(() => expect(canvas.queryByText('底片貓')).toBeNull());
  },
};
/** The one who asked has left the community meanwhile. */
export const GoneMeanwhile: Story = {
  parameters: seed('NOT_FOUND'),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Decline 底片貓' }));
    await canvas.findByText('They do not ask any more.');
  },
};
export const Offline: Story = {
  parameters: seed('UNAVAILABLE'),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Accept 底片貓' }));
    await canvas.findByText(/cannot be reached/);
    await expect(canvas.getByText('底片貓')).toBeVisible();
  },
};
