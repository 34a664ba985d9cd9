import type { Meta, StoryObj } from '@storybook/react-vite';
import { PopupWindow } from './PopupWindow.tsx';

const meta: Meta<typeof PopupWindow> = {
  title: 'features/miniApps/PopupWindow',
  component: PopupWindow,
  decorators: [
    (Story) => (
      <div className="relative h-[420px] w-panel">
        <Story />
      </div>
    ),
  ],
  args: {
    appName: 'Patungan',
    popup: { title: 'Saved', message: 'The bill is with everybody.', buttons: [{ id: '', type: 'close' }] },
    onAnswer: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof PopupWindow>;

export const OneButton: Story = {};
export const ThreeButtons: Story = {
  args: {
    popup: {
      message: 'How much?',
      buttons: [
        { id: 'a', text: 'Half' },
        { id: 'b', text: 'All' },
        { id: 'c', type: 'cancel' },
      ],
    },
  },
};
