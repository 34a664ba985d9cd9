import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { samplePeek } from '#testing/samplePlaces.ts';
import { withServices } from '#testing/withServices.tsx';
import { JoinDialog } from './JoinDialog.tsx';

type Join = NonNullable<FakeAnswers['community.join']>;
type Answer = Awaited<ReturnType<Join>>;

const { c } = samplePeek.card;
const { rules: _rules, ...plain } = samplePeek;
const as = (join: number, more: Partial<CommunityPeek> = {}): { peek: CommunityPeek } => ({
  peek: { ...plain, ...more, card: { ...samplePeek.card, join } },
});

/** What the server says, and what it was asked. */
const join = fn<Join>();
const answer = (state: 'in' | 'waiting'): Answer => ({ ok: true, data: { c, state } });
const inputs = () => join.mock.calls.map(([input]) => input);

const meta: Meta<typeof JoinDialog> = {
  title: 'features/communities/JoinDialog',
  component: JoinDialog,
  decorators: [withServices({ answers: { 'community.join': (input) => join(input) } })],
  args: { ...as(1), onJoined: fn(), onChanged: fn(), onClose: fn() },
  beforeEach() {
    join.mockReset().mockResolvedValue(answer('in'));
  },
};
export default meta;
type Story = StoryObj<typeof JoinDialog>;

export const Joined: Story = {
  args: { peek: samplePeek },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja');
    await userEvent.click(canvas.getByRole('checkbox'));
    await userEvent.click(canvas.getByRole('button', { name: 'Join' }));
    await waitFor(() => expect(args.onJoined).toHaveBeenCalledOnce());
    await expect(inputs()).toEqual([{ c, nn: 'Senja', op: expect.any(String) }]);
  },
};
/** Asked is not in: what is shown of the community is looked up again. */
export const Asked: Story = {
  args: as(2, { ask: 'Which camera do you carry?' }),
  beforeEach() {
    join.mockResolvedValue(answer('waiting'));
  },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja');
    await userEvent.type(canvas.getByLabelText('Your answer'), 'a half-frame');
    await userEvent.click(canvas.getByRole('button', { name: 'Ask to join' }));
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce());
    await expect(args.onJoined).not.toHaveBeenCalled();
    await expect(inputs()).toEqual([expect.objectContaining({ nn: 'Senja', note: 'a half-frame' })]);
  },
};
/** A wrong code and a name that is taken are said at their fields. */
export const RefusedAtTheFields: Story = {
  args: as(3),
  beforeEach() {
    join
      .mockResolvedValueOnce({ ok: false, code: 'NOT_FOUND' })
      .mockResolvedValueOnce({ ok: false, code: 'NAME_TAKEN' });
  },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'カメラ');
    const code = canvas.getByLabelText('Code');
    const send = canvas.getByRole('button', { name: 'Join' });
    await userEvent.type(code, 'full-frame');
    await userEvent.click(send);
    await canvas.findByText('This code does not open it.');
    await userEvent.clear(code);
    await userEvent.type(code, 'half-frame');
    await userEvent.click(send);
    await canvas.findByText(/already has this name/);
    await expect(code).toBeValid();
    // Other words are another try.
    await expect(new Set(inputs().map(({ op }) => op)).size).toBe(2);
  },
};
/** The last place went to somebody else: closing looks again. */
export const Full: Story = {
  beforeEach() {
    join.mockResolvedValue({ ok: false, code: 'FULL' });
  },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja{Enter}');
    await canvas.findByText('There is no room for more people.');
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(args.onChanged).toHaveBeenCalledOnce();
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
/** It was closed, or hidden from strangers, since it was looked at: closing looks again. */
export const ClosedMeanwhile: Story = {
  beforeEach() {
    join.mockResolvedValue({ ok: false, code: 'NOT_FOUND' });
  },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja{Enter}');
    await canvas.findByText('This community is not here');
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(args.onChanged).toHaveBeenCalledOnce();
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
/** Nothing is lost, and the same words again are the same try. */
export const Offline: Story = {
  beforeEach() {
    join.mockResolvedValue({ ok: false, code: 'UNAVAILABLE' });
  },
  async play({ args, canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Your name here'), 'Senja{Enter}');
    await canvas.findByText(/cannot be reached/);
    await userEvent.click(canvas.getByRole('button', { name: 'Join' }));
    await waitFor(() => expect(join).toHaveBeenCalledTimes(2));
    const [first, second] = inputs();
    await expect(second).toEqual(first);
    await canvas.findByText(/cannot be reached/);
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
/** While the server thinks about it a second press asks nothing. */
export const IndonesianLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
  beforeEach() {
    join.mockImplementation(() => new Promise(() => undefined));
  },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Nama Anda di sini'), 'Senja{Enter}');
    const button = await canvas.findByRole('button', { name: 'Gabung' });
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'));
    await userEvent.click(button);
    await expect(join).toHaveBeenCalledOnce();
  },
};
export const RightToLeft: Story = {
  args: as(2, { ask: 'ما الكتاب الذي تقرؤه الآن؟', rules: 'كن لطيفًا\nNo selling' }),
  parameters: { dir: 'rtl' },
};
