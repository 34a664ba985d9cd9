import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import { sampleAppCard, sampleReviews } from '#testing/sampleMakers.ts';
import { ReviewLists } from './ReviewLists.tsx';
import type { Reviews } from './useReviews.ts';

const [first] = sampleReviews.waiting;
const [reported] = sampleReviews.reports;
if (!first || !reported) throw new Error('samples are missing');
/** Names, hosts and words as long as they may be. */
const long: Reviews = {
  waiting: [
    {
      ...first,
      app: { ...sampleAppCard, by: 'Benedictus Aryo Wicaksono', host: `${'antre-'.repeat(5)}dulu.apps.example:8787` },
      version: {
        ...first.version,
        manifest: {
          ...first.version.manifest,
          names: { en: 'W'.repeat(30) },
          about: {
            en: 'Pick-up at your door before nine, back on the same evening, folded, with the buttons that were missing',
          },
          links: [`${'very-long-name-'.repeat(4)}partner.example`],
        },
        preview: `${'antre-'.repeat(5)}dulu--12-345e6498701acfa2d852.apps.example:8787`,
      },
    },
  ],
  reports: [
    {
      ...reported,
      reports: Array.from({ length: 6 }, (_, index) => ({
        id: String(index),
        at: first.version.created - index * 3_600_000,
        reason: 'deceives' as const,
        note: 'It asked for the PIN of my bank card, and then for the number on its back. '.repeat(index),
      })),
    },
  ],
  closed: [
    { app: { ...sampleAppCard, id: toAppId('undian'), names: { en: 'Undian Besar' } }, note: 'A lottery. '.repeat(30) },
  ],
};

const meta: Meta<typeof ReviewLists> = {
  title: 'features/appReview/ReviewLists',
  component: ReviewLists,
  decorators: [
    (Story) => (
      <div className="grid grid-cols-1 gap-6">
        <Story />
      </div>
    ),
  ],
  parameters: { plane: 'sunken', width: 720 },
  args: {
    reviews: sampleReviews,
    isBusy: false,
    problem: undefined,
    onPreview: fn(),
    onDecide: fn(async () => true),
    onClose: fn(async () => true),
    onSettle: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof ReviewLists>;

export const Everything: Story = {};
/** The way to close an app by its id stays. */
export const Nothing: Story = { args: { reviews: { waiting: [], reports: [], closed: [] } } };
export const OnlyReports: Story = { args: { reviews: { ...sampleReviews, waiting: [], closed: [] } } };
export const Busy: Story = { args: { isBusy: true } };
export const Approved: Story = {
  async play({ args, canvas, userEvent }) {
    const [approve] = canvas.getAllByRole('button', { name: 'Approve' });
    if (approve) await userEvent.click(approve);
    await expect(args.onDecide).toHaveBeenCalledWith('antre-dulu', 3);
  },
};
/** The note goes with the refusal, and the question with it. */
export const ClosedById: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Close a mini-app by its id'), 'patungan');
    await userEvent.click(canvas.getByRole('button', { name: 'Close …' }));
    await userEvent.type(await screen.findByLabelText('Note to its maker'), 'It asks for a PIN.');
    const buttons = screen.getAllByRole('button', { name: 'Close this mini-app' });
    await userEvent.click(buttons.at(-1) ?? document.body);
    await expect(args.onClose).toHaveBeenCalledWith('patungan', 'It asks for a PIN.');
    await waitFor(() => expect(screen.queryByLabelText('Note to its maker')).toBeNull());
  },
};
/** What was written stays while the refusal does not go through. */
export const RefusalFails: Story = {
  args: { problem: 'The server cannot be reached right now.', onDecide: fn(async () => false) },
  async play({ canvas, userEvent }) {
    const [decline] = canvas.getAllByRole('button', { name: 'Decline' });
    if (decline) await userEvent.click(decline);
    await userEvent.type(await screen.findByLabelText('Note to its maker'), 'Any host is too much.');
    const buttons = screen.getAllByRole('button', { name: 'Decline' });
    await userEvent.click(buttons.at(-1) ?? document.body);
    await expect(screen.getByLabelText('Note to its maker')).toHaveValue('Any host is too much.');
  },
};
export const LongPhone: Story = {
  args: { reviews: long },
  parameters: { width: 328 },
  globals: { viewport: { value: 'phone' } },
};
export const KoreanLargeTextPhone: Story = {
  args: { reviews: long },
  parameters: { width: 328, textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const IndonesianPhone: Story = {
  parameters: { width: 328 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
