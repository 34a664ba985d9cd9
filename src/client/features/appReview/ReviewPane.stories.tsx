import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { sampleReviews } from '#testing/sampleMakers.ts';
import { withServices } from '#testing/withServices.tsx';
import { ReviewPane } from './ReviewPane.tsx';

const asked = fn();
const answers: FakeAnswers = {
  'review.list': () => ({ ok: true, data: sampleReviews }),
  'review.decide': (input) => {
    asked(input);
    return { ok: true, data: {} };
  },
  'review.close': (input) => {
    asked(input);
    return { ok: true, data: {} };
  },
  'review.settle': () => ({ ok: true, data: {} }),
};

/** A server from whose list a version goes once it is decided. */
function deciding(): FakeAnswers {
  let { waiting } = sampleReviews;
  return {
    ...answers,
    'review.list': () => ({ ok: true, data: { ...sampleReviews, waiting } }),
    'review.decide': (input) => {
      asked(input);
      waiting = waiting.filter(({ app }) => app.id !== input.app);
      return { ok: true, data: {} };
    },
  };
}

const meta: Meta<typeof ReviewPane> = {
  title: 'features/appReview/ReviewPane',
  component: ReviewPane,
  decorators: [
    (Story) => (
      <div className="h-[860px] text-ink">
        <Story />
      </div>
    ),
    withServices({ answers }, '/apps/review'),
  ],
  parameters: { plane: 'none' },
  args: { openDraft: fn() },
};
export default meta;
type Story = StoryObj<typeof ReviewPane>;

export const Lists: Story = {
  async play({ args, canvas, userEvent }) {
    const [open] = await canvas.findAllByRole('button', { name: 'Open this version' });
    if (open) await userEvent.click(open);
    await expect(args.openDraft).toHaveBeenCalledWith('antre-dulu', 3);
  },
};
export const Nothing: Story = {
  parameters: {
    seed: {
      answers: { 'review.list': () => ({ ok: true, data: { waiting: [], reports: [], closed: [] } }) } as FakeAnswers,
    },
  },
};
export const Approved: Story = {
  parameters: { seed: { answers: deciding() } },
  async play({ canvas, userEvent }) {
    asked.mockClear();
    const [approve] = await canvas.findAllByRole('button', { name: 'Approve' });
    if (approve) await userEvent.click(approve);
    await waitFor(() => expect(canvas.getAllByRole('button', { name: 'Approve' })).toHaveLength(1));
    await expect(asked).toHaveBeenCalledWith(expect.objectContaining({ app: 'antre-dulu', n: 3, ok: true }));
  },
};
export const Declined: Story = {
  async play({ canvas, userEvent }) {
    asked.mockClear();
    const [decline] = await canvas.findAllByRole('button', { name: 'Decline' });
    if (decline) await userEvent.click(decline);
    await userEvent.type(await screen.findByLabelText('Note to its maker'), 'Any host is too much.');
    const buttons = screen.getAllByRole('button', { name: 'Decline' });
    await userEvent.click(buttons.at(-1) ?? document.body);
    await waitFor(() => expect(screen.queryByLabelText('Note to its maker')).toBeNull());
    await expect(asked).toHaveBeenCalledWith(expect.objectContaining({ ok: false, note: 'Any host is too much.' }));
  },
};
/** Its maker took it back meanwhile. */
export const Gone: Story = {
  parameters: {
    seed: { answers: { ...answers, 'review.decide': () => ({ ok: false, code: 'GONE' }) } as FakeAnswers },
  },
  async play({ canvas, userEvent }) {
    const [approve] = await canvas.findAllByRole('button', { name: 'Approve' });
    if (approve) await userEvent.click(approve);
    await canvas.findByText(/does not wait any more/);
  },
};
export const ClosedEverywhere: Story = {
  async play({ canvas, userEvent }) {
    asked.mockClear();
    await userEvent.click(await canvas.findByRole('button', { name: 'Close this mini-app' }));
    await userEvent.type(await screen.findByLabelText('Note to its maker'), 'It asks for a PIN.');
    const buttons = screen.getAllByRole('button', { name: 'Close this mini-app' });
    await userEvent.click(buttons.at(-1) ?? document.body);
    await waitFor(() => expect(screen.queryByLabelText('Note to its maker')).toBeNull());
    await expect(asked).toHaveBeenCalledWith(expect.objectContaining({ app: 'kado-bareng', on: true }));
  },
};
export const NoAdministrator: Story = {
  parameters: { seed: { answers: { 'review.list': () => ({ ok: false, code: 'FORBIDDEN' }) } as FakeAnswers } },
};
export const NoNetwork: Story = { parameters: { seed: { answers: {} } } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
