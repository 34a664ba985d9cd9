import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { JumpButton } from './JumpButton.tsx';

// With and without words and with the focus it stands in Conversation.stories.tsx.
const meta = {
  title: 'ui/JumpButton',
  component: JumpButton,
  parameters: { plane: 'sunken', width: 360 },
  args: { text: '12 new', label: 'Down to the latest', onClick: fn() },
} satisfies Meta<typeof JumpButton>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The name begins with the words that can be seen. */
export const Press: Story = {
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: '12 new. Down to the latest' }));
    await expect(args.onClick).toHaveBeenCalledOnce();
  },
};
/** To where the reader was before a jump. */
export const Back: Story = { args: { look: 'back', text: 'Back to where I was', label: undefined } };
export const Hover: Story = {
  decorators: [
    (Story) => (
      <div data-force="hover">
        <Story />
      </div>
    ),
  ],
};
export const Languages: Story = {
  render: (args) => (
    <div className="flex flex-wrap gap-3">
      <JumpButton {...args} text="12 pesan baru" label="Ke pesan terbaru" />
      <JumpButton {...args} text="新着12件" label="最新のメッセージへ" />
      <JumpButton {...args} text="새 메시지 12개" label="최신 메시지로" />
      <JumpButton {...args} text="12 則新訊息" label="前往最新訊息" />
    </div>
  ),
};
export const LargeText: Story = { ...Languages, parameters: { plane: 'sunken', width: 360, textScale: 1.4 } };
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', dir: 'rtl' },
  args: { text: '١٢ رسالة جديدة', label: 'إلى الأحدث' },
};
