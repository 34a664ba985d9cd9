import type { Meta, StoryObj } from '@storybook/react-vite';
import { PickBar } from './PickBar.tsx';

const meta: Meta<typeof PickBar> = {
  title: 'features/communities/PickBar',
  component: PickBar,
  args: { count: undefined, onBegin: () => {}, onRemove: () => {}, onCancel: () => {} },
};
export default meta;
type Story = StoryObj<typeof PickBar>;

export const Resting: Story = {};
export const NobodyYet: Story = { args: { count: 0 } };
export const Several: Story = { args: { count: 14 } };
