import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleRules } from '#testing/sampleModeration.ts';
import { PhraseTable } from './PhraseTable.tsx';

const meta: Meta<typeof PhraseTable> = {
  title: 'features/moderation/PhraseTable',
  component: PhraseTable,
  parameters: { plane: 'sunken' },
  args: { phrases: sampleRules.phrases, hitsOf: ({ x }) => x.length * 3, onRemove: () => undefined },
};
export default meta;
type Story = StoryObj<typeof PhraseTable>;

export const Phrases: Story = {};
export const ReadOnly: Story = { args: { onRemove: undefined } };
export const Empty: Story = { args: { phrases: [] } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
