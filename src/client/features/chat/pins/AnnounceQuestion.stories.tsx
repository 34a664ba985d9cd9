import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { toChatId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { AnnounceQuestion } from './AnnounceQuestion.tsx';

const asked = fn();
const announcing: FakeAnswers = {
  'chat.pin': (input) => {
    asked(input);
    return { ok: true, data: { r: 12 } };
  },
};
const refusing = (code: 'FORBIDDEN' | 'UNAVAILABLE') => ({
  seed: { answers: { 'chat.pin': () => ({ ok: false, code }) } satisfies FakeAnswers },
});

const meta: Meta<typeof AnnounceQuestion> = {
  title: 'features/chat/AnnounceQuestion',
  component: AnnounceQuestion,
  decorators: [withServices({ answers: announcing })],
  args: {
    c: toChatId(2_001),
    message: { seq: 7, text: 'Meet at the north exit at nine.' },
    onDone: fn(),
    onClose: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof AnnounceQuestion>;

const announce = async () => screen.findByRole('button', { name: 'Announce' });

export const Asked: Story = {};
export const Announced: Story = {
  async play({ args, userEvent }) {
    asked.mockClear();
    await userEvent.click(await announce());
    await waitFor(() => expect(args.onDone).toHaveBeenCalledOnce());
    await expect(asked).toHaveBeenCalledWith(expect.objectContaining({ c: 2_001, s: 7, on: true }));
  },
};
/** The question stays, with the reason. */
export const Refused: Story = {
  parameters: refusing('FORBIDDEN'),
  async play({ args, userEvent }) {
    await userEvent.click(await announce());
    await screen.findByRole('alert');
    await expect(args.onDone).not.toHaveBeenCalled();
  },
};
export const Offline: Story = {
  parameters: refusing('UNAVAILABLE'),
  async play({ userEvent }) {
    await userEvent.click(await announce());
    await screen.findByText(/cannot be reached/);
  },
};
export const LongText: Story = {
  args: {
    message: { seq: 7, text: `${'Print swap: one print per person, no framing. '.repeat(12)}${'W'.repeat(120)}` },
  },
  globals: { viewport: { value: 'phone' } },
};
export const KoreanLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
