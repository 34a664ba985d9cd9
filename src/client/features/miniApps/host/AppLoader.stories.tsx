import type { Meta, StoryObj } from '@storybook/react-vite';
import { openApp } from '#testing/sampleAppState.ts';
import { AppLoader } from './AppLoader.tsx';

const meta: Meta<typeof AppLoader> = {
  title: 'features/miniApps/AppLoader',
  component: AppLoader,
  decorators: [
    (Story) => (
      <div className="relative h-[420px] w-panel">
        <Story />
      </div>
    ),
  ],
  args: { id: openApp.id, name: openApp.name, icon: undefined, isSlow: false },
};
export default meta;
type Story = StoryObj<typeof AppLoader>;

export const Opening: Story = {};
export const Slow: Story = { args: { isSlow: true } };
