import type { Meta, StoryObj } from '@storybook/react-vite';
import { ForwardedLine } from './ForwardedLine.tsx';

const meta: Meta<typeof ForwardedLine> = {
  title: 'parts/ForwardedLine',
  component: ForwardedLine,
  decorators: [
    (Story, { args }) => (
      <div className={`w-60 rounded-bubble p-3 ${args.isOwn ? 'bg-bubble-own' : 'bg-bubble-other'}`}>
        <Story />
      </div>
    ),
  ],
  args: { text: 'Forwarded from 青島みのり', isOwn: false },
};
export default meta;
type Story = StoryObj<typeof ForwardedLine>;

export const Other: Story = {};
export const Own: Story = { args: { isOwn: true } };
export const LongName: Story = { args: { text: 'Forwarded from somebody with a name that does not fit' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
