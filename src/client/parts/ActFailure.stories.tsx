import type { Meta, StoryObj } from '@storybook/react-vite';
import { ActFailure } from './ActFailure.tsx';

const meta: Meta<typeof ActFailure> = {
  title: 'parts/ActFailure',
  component: ActFailure,
  parameters: { width: 560 },
  args: { problem: { text: 'The server did not understand this.' } },
};
export default meta;
type Story = StoryObj<typeof ActFailure>;

export const Words: Story = {};
export const WithDetail: Story = {
  args: {
    problem: { text: 'The server did not understand this.', detail: 'kopi/../../etc/passwd leads out of the bundle' },
  },
};
export const Nothing: Story = { args: { problem: undefined } };
