import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleHeld, sampleNames } from '#testing/sampleModeration.ts';
import { HeldCard } from './HeldCard.tsx';

const meta: Meta<typeof HeldCard> = {
  title: 'features/moderation/HeldCard',
  component: HeldCard,
  parameters: { plane: 'sunken' },
  args: {
    item: sampleHeld[0]!,
    names: sampleNames,
    isBusy: false,
    onDecide: () => undefined,
    onMute: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof HeldCard>;

export const Held: Story = {};
export const Marked: Story = { args: { item: sampleHeld[1]! } };
export const MayNotMute: Story = { args: { onMute: undefined } };
export const Busy: Story = { args: { isBusy: true } };
export const VeryLong: Story = { args: { item: { ...sampleHeld[0]!, x: 'lensa '.repeat(300), spans: [[6, 5]] } } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
