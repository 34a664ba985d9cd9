import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { QuoteBox } from './QuoteBox.tsx';

const meta: Meta<typeof QuoteBox> = {
  title: 'parts/QuoteBox',
  component: QuoteBox,
  parameters: { plane: 'sunken' },
  decorators: [
    (Story, { args }) => (
      <div
        className={`w-fit max-w-80 rounded-bubble px-[13px] py-[7px] text-15 ${args.isOwn ? 'bg-bubble-own text-bubble-own-ink' : 'bg-bubble-other text-ink shadow-bubble'}`}
      >
        <Story />
        <p>太好了！車票錢我先轉給妳</p>
      </div>
    ),
  ],
  args: {
    name: 'Sari Wulandari',
    face: '25',
    text: 'Sudah kupesan 14 kursi, satu gerbong semua 🚃',
    isOwn: false,
    readerLang: 'en',
    label: 'Go to the message:',
    onPress: fn(),
    tabIndex: 0,
  },
};
export default meta;
type Story = StoryObj<typeof QuoteBox>;

export const Other: Story = {
  async play({ canvasElement, args }) {
    await userEvent.click(within(canvasElement).getByRole('button', { name: /^Go to the message/ }));
    await expect(args.onPress).toHaveBeenCalledTimes(1);
  },
};
export const Own: Story = { args: { isOwn: true, name: 'You' } };
export const Unsent: Story = { args: { text: 'Message unsent', isQuiet: true } };
/** From before this person was there: nothing to press. */
export const NotForMe: Story = {
  args: { name: undefined, text: 'A message you cannot see', isQuiet: true, onPress: undefined },
};
export const OwnNotForMe: Story = { args: { ...NotForMe.args, isOwn: true } };
export const VeryLong: Story = {
  args: { name: 'A name that goes on and on and on without an end', text: 'word '.repeat(80) },
};
export const RightToLeft: Story = { args: { text: 'متى نلتقي غدا؟' }, parameters: { dir: 'rtl' } };
