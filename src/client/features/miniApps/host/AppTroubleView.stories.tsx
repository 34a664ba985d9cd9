import type { Meta, StoryObj } from '@storybook/react-vite';
import { AppTroubleView } from './AppTroubleView.tsx';

const nothing = () => undefined;

const meta: Meta<typeof AppTroubleView> = {
  title: 'features/miniApps/AppTroubleView',
  component: AppTroubleView,
  decorators: [
    (Story) => (
      <div className="h-[480px] w-panel">
        <Story />
      </div>
    ),
  ],
  args: { name: 'Patungan', trouble: { kind: 'offline' }, detail: undefined, onAgain: nothing, onClose: nothing },
};
export default meta;
type Story = StoryObj<typeof AppTroubleView>;

export const Offline: Story = {};
export const Closed: Story = { args: { trouble: { kind: 'closed' } } };
export const Refused: Story = { args: { trouble: { kind: 'refused', code: 'RATE' }, detail: 'Wait 20 seconds.' } };
