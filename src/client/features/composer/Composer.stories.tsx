import type { Meta, StoryObj } from '@storybook/react-vite';
import { userEvent, within } from 'storybook/test';
import { Composer } from './Composer.tsx';

const meta: Meta<typeof Composer> = {
  title: 'features/composer/Composer',
  component: Composer,
  parameters: { plane: 'sunken' },
  decorators: [
    (Story) => (
      <div className="flex min-h-[420px] flex-col justify-end">
        <Story />
      </div>
    ),
  ],
  args: {
    title: '윤하늘',
    enterSends: true,
    max: 10_000,
    people: [
      { mid: 11, name: 'Sari Wulandari', face: '11', handle: 'sari_w' },
      { mid: 12, name: '水野みお', face: '12', handle: 'mio.mizuno' },
      { mid: 13, name: '윤하늘', face: '13', handle: 'haneul' },
    ],
    onSend: () => undefined,
    onChange: () => undefined,
    onCancelEdit: () => undefined,
    onEditLast: () => undefined,
    onBlur: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof Composer>;

const type =
  (text: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    await userEvent.type(within(canvasElement).getByRole('textbox'), text);
  };

export const Empty: Story = {};
export const Writing: Story = { play: type('Love it, and bicycles! 두 방만 예약할까요?') };
export const SevenLines: Story = {
  play: type('1{Shift>}{Enter}2{Enter}3{Enter}4{Enter}5{Enter}6{Enter}7{Enter}8{Enter}9{/Shift}'),
};
export const Names: Story = { play: type('hi @') };
export const Editing: Story = { args: { editing: { text: 'Saturday at eight, then. In front of the station' } } };
export const NearLimit: Story = { args: { max: 60 }, play: type('This one is nearly as long as it may be') };
export const TooLong: Story = { args: { max: 20 }, play: type('This one is longer than it may be') };
export const NotStored: Story = {
  args: {
    problem: 'This device could not keep the message. The text is still here; free some space and send it again.',
  },
  play: type('Still here'),
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, play: type('نلتقي عند المحطة') };
/** Slow mode: one writes on, and sends when the ring is full. */
export const SlowMode: Story = {
  args: { wait: { leftMs: 42_000, everyS: 60 } },
  async play({ canvasElement }) {
    await type('Not yet')({ canvasElement });
    if (within(canvasElement).queryByRole('button', { name: 'Send' })) throw new Error('it can be sent');
  },
};
