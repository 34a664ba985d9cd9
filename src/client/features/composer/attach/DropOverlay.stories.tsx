import type { Meta, StoryObj } from '@storybook/react-vite';
import { DropOverlay } from './DropOverlay.tsx';

const meta: Meta<typeof DropOverlay> = {
  title: 'features/composer/DropOverlay',
  component: DropOverlay,
  args: { text: 'Drop to send to Jogja bareng' },
  decorators: [
    (Story) => (
      <section aria-label="Jogja bareng" className="grid h-100 content-end bg-surface-sunken p-4">
        <p>What is written stays.</p>
        <Story />
      </section>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof DropOverlay>;

export const Over: Story = {};
export const LongName: Story = {
  args: { text: '放開即可傳送到「週末散步部・台北永康街早午餐與老房子咖啡店探訪小組（第二屆）」' },
};
