import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { filmChat, filmPelan } from '#testing/samplePlaces.ts';
import { withServices } from '#testing/withServices.tsx';
import { FoundDialog } from './FoundDialog.tsx';

type Create = NonNullable<FakeAnswers['community.create']>;

/** What the server says, and what it was asked. */
const create = fn<Create>();
const founded: Awaited<ReturnType<Create>> = { ok: true, data: { chat: { h: filmChat.head, me: filmChat.me } } };
const answers: FakeAnswers = { 'community.create': (input) => create(input) };

const meta: Meta<typeof FoundDialog> = {
  title: 'features/communities/FoundDialog',
  component: FoundDialog,
  decorators: [withServices({ answers })],
  args: { onFounded: fn(), onClose: fn() },
  beforeEach() {
    create.mockReset().mockResolvedValue(founded);
  },
};
export default meta;
type Story = StoryObj<typeof FoundDialog>;

const fill: NonNullable<Story['play']> = async ({ canvas, userEvent }) => {
  await userEvent.type(await canvas.findByLabelText('Name of the community'), 'Film Pelan');
  await userEvent.type(canvas.getByLabelText('Your name here'), 'Senja');
  await userEvent.click(canvas.getByRole('button', { name: 'Found it' }));
};

/** What is founded is opened. */
export const Founded: Story = {
  async play(context) {
    await fill(context);
    await waitFor(() => expect(context.args.onFounded).toHaveBeenCalledWith(filmPelan));
    await expect(create).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'Film Pelan', nn: 'Senja', cap: 5_000 }),
    );
  },
};
/** While the server thinks about it a second press founds nothing. */
export const Founding: Story = {
  beforeEach() {
    create.mockImplementation(() => new Promise(() => undefined));
  },
  async play(context) {
    const { canvas, userEvent } = context;
    await fill(context);
    const button = canvas.getByRole('button', { name: 'Found it' });
    await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'true'));
    await userEvent.click(button);
    await expect(create).toHaveBeenCalledOnce();
  },
};
/** Nothing is lost, and the next try of the same words is the same founding. */
export const Offline: Story = {
  beforeEach() {
    create.mockResolvedValueOnce({ ok: false, code: 'UNAVAILABLE' });
  },
  async play(context) {
    const { args, canvas, userEvent } = context;
    await fill(context);
    await canvas.findByText(/cannot be reached/);
    await userEvent.click(canvas.getByRole('button', { name: 'Found it' }));
    await waitFor(() => expect(args.onFounded).toHaveBeenCalledWith(filmPelan));
    const [first, second] = create.mock.calls.map(([input]) => input);
    await expect(second).toEqual(first);
  },
};
/** Refused for a while. Other words are another founding. */
export const TooOften: Story = {
  beforeEach() {
    create.mockResolvedValue({ ok: false, code: 'RATE', retry: 90_000 });
  },
  async play(context) {
    const { args, canvas, userEvent } = context;
    await fill(context);
    await canvas.findByText(/90/);
    await userEvent.type(canvas.getByLabelText('Name of the community'), ' 2');
    await userEvent.click(canvas.getByRole('button', { name: 'Found it' }));
    await waitFor(() => expect(create).toHaveBeenCalledTimes(2));
    const [first, second] = create.mock.calls.map(([input]) => input);
    await expect(second?.op).not.toBe(first?.op);
    await expect(args.onFounded).not.toHaveBeenCalled();
    await canvas.findByText(/90/);
  },
};
export const KoreanLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Cancel' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(create).not.toHaveBeenCalled();
  },
};
