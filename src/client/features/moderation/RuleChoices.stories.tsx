import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleRules } from '#testing/sampleModeration.ts';
import { RuleChoices } from './RuleChoices.tsx';

const meta: Meta<typeof RuleChoices> = {
  title: 'features/moderation/RuleChoices',
  component: RuleChoices,
  parameters: { plane: 'sunken' },
  args: { config: sampleRules, onChange: () => undefined },
};
export default meta;
type Story = StoryObj<typeof RuleChoices>;

export const SomeOn: Story = {};
export const WatchOnly: Story = { args: { config: { ...sampleRules, watch: 1 } } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
