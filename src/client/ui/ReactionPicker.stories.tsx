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
    labels: {
      more: 'Other emoji',
      other: 'Any emoji',
      otherHint: 'Type one emoji',
      add: 'React',
      notAnEmoji: 'That is not one emoji.',
    },
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
export const AnyEmoji: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Other emoji' }));
    await userEvent.type(canvas.getByLabelText('Any emoji'), '🦜{Enter}');
    await expect(args.onPick).toHaveBeenCalledWith('🦜');
  },
};
export const NotAnEmoji: Story = {
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Other emoji' }));
    await userEvent.type(canvas.getByLabelText('Any emoji'), 'ok 7{Enter}');
    await expect(canvas.getByRole('alert')).toHaveTextContent('not one emoji');
    await expect(args.onPick).not.toHaveBeenCalled();
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
