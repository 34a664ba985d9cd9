import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { ReactionPicker } from './ReactionPicker.tsx';

const meta = {
  title: 'ui/ReactionPicker',
  component: ReactionPicker,
  parameters: { plane: 'raised', width: 352 },
  args: {
    label: 'React',
    quickLabels: ['Thumbs up', 'Heart', 'Laughing', 'Surprised', 'Sad', 'Thank you'],
    moreLabel: 'Other emoji',
    renderMore: () => <p className="p-2 text-13">All other emoji</p>,
    onPick: fn(),
  },
} satisfies Meta<typeof ReactionPicker>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const Mine: Story = { args: { mine: '❤️' } };
export const Focus: Story = {
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const More: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByText('All other emoji')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Other emoji' }));
    await canvas.findByText('All other emoji');
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
