import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { LeftTextItem } from './LeftTextItem.tsx';

const meta: Meta<typeof LeftTextItem> = {
  title: 'features/auth/LeftTextItem',
  component: LeftTextItem,
  decorators: [
    (Story) => (
      <ul className="w-list">
        <Story />
      </ul>
    ),
  ],
  args: {
    text: 'see you at seven',
    line: 'to 青島みのり',
    readerLang: 'en',
    labels: { copy: 'Copy text', copied: 'Copied', notCopied: 'Could not be copied.' },
    onCopy: fn(async () => true),
  },
};
export default meta;
type Story = StoryObj<typeof LeftTextItem>;

export const Short: Story = {};
export const WithoutAPlace: Story = { args: { line: undefined } };
export const Long: Story = { args: { text: 'One more thing about Saturday: the train leaves at nine. '.repeat(9) } };
export const Japanese: Story = { args: { text: '駅前で待っています' } };
/** The button says for a moment that it has copied. */
export const Copied: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Copy text' }));
    await expect(args.onCopy).toHaveBeenCalledOnce();
    await canvas.findByRole('button', { name: 'Copied' });
  },
};
export const NotCopied: Story = {
  args: { onCopy: async () => false },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Copy text' }));
    await expect(await canvas.findByText('Could not be copied.')).toBeVisible();
    await canvas.findByRole('button', { name: 'Copy text' });
  },
};
