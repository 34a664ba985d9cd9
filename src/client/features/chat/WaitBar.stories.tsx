import type { Meta, StoryObj } from '@storybook/react-vite';
import { WaitBar } from './WaitBar.tsx';

const meta: Meta<typeof WaitBar> = {
  title: 'features/chat/WaitBar',
  component: WaitBar,
  parameters: { plane: 'none' },
  args: { count: 1, onLook() {} },
};
export default meta;
type Story = StoryObj<typeof WaitBar>;

export const One: Story = {};
/** The panel is open already. */
export const PanelOpen: Story = { args: { count: 2, onLook: undefined } };
export const JapaneseLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'ja' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
