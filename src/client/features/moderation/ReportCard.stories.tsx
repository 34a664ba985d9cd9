import type { Meta, StoryObj } from '@storybook/react-vite';
import { toMemberId } from '#protocol/casts.ts';
import { sampleCase, sampleNames } from '#testing/sampleModeration.ts';
import { ReportCard } from './ReportCard.tsx';

const meta: Meta<typeof ReportCard> = {
  title: 'features/moderation/ReportCard',
  component: ReportCard,
  parameters: { plane: 'sunken' },
  args: {
    report: sampleCase,
    me: 1_008,
    names: sampleNames,
    isBusy: false,
    acts: ['delete', 'mute', 'kick', 'none'],
    onTake: () => undefined,
    onDecide: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof ReportCard>;

export const Open: Story = {};
/** The text is covered until asked for. */
export const Shown: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show' }));
    await canvas.findByText('nobody asked, nobody cares');
  },
};
export const Mine: Story = { args: { report: { ...sampleCase, taken: toMemberId(1_008) } } };
export const SomebodyElses: Story = { args: { report: { ...sampleCase, taken: toMemberId(1_001) } } };
export const Closed: Story = { args: { report: { ...sampleCase, act: 'delete', by: toMemberId(1_008) } } };
const { s: _s, ...member } = sampleCase;
export const AMember: Story = {
  args: { report: { ...member, rows: [], reasons: ['spam', 'privacy'], count: 1, notes: [] } },
};
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
