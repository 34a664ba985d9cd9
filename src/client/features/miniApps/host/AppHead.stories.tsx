import type { Meta, StoryObj } from '@storybook/react-vite';
import { openApp } from '#testing/sampleAppState.ts';
import { AppHead } from './AppHead.tsx';

const nothing = () => undefined;

const meta: Meta<typeof AppHead> = {
  title: 'features/miniApps/AppHead',
  component: AppHead,
  decorators: [
    (Story) => (
      <div className="w-panel">
        <Story />
      </div>
    ),
  ],
  args: {
    ...openApp,
    live: [],
    hasBack: false,
    color: undefined,
    entries: [{ id: 'reload', label: 'Begin anew', onAction: nothing }],
    onBack: nothing,
    onMinimise: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof AppHead>;

export const Plain: Story = {};
export const WithBack: Story = { args: { hasBack: true } };
export const UsesTheCamera: Story = { args: { live: ['camera'] } };
export const SendsAnywhere: Story = { args: { sendsAnywhere: true } };
export const OwnColour: Story = { args: { color: '#e2733f' } };
export const LongDomain: Story = { args: { host: 'a-very-long-name-of-an-app.mini-apps.example-apps.com' } };
