import type { Meta, StoryObj } from '@storybook/react-vite';
import { SaveBar } from './SaveBar.tsx';

const meta: Meta<typeof SaveBar> = {
  title: 'parts/SaveBar',
  component: SaveBar,
  args: { text: '2 changes are not saved yet.', form: 'none', isBusy: false, onDiscard: () => undefined },
  decorators: [
    (Story) => (
      <div className="px-4 pb-6">
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof SaveBar>;

export const Unsaved: Story = {};
export const Saving: Story = { args: { isBusy: true } };
export const Phone: Story = { parameters: { width: 360 } };
