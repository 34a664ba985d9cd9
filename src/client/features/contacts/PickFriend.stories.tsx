import type { Meta, StoryObj } from '@storybook/react-vite';
import { PickFriend } from './PickFriend.tsx';

const meta: Meta<typeof PickFriend> = {
  title: 'features/contacts/PickFriend',
  component: PickFriend,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[520px] bg-surface-sunken text-ink [--plane:var(--surface-sunken)]">
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof PickFriend>;

export const English: Story = {};
export const Korean: Story = { globals: { language: 'ko' } };
export const IndonesianLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
