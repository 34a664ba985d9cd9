import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { DateSeparator } from './DateSeparator.tsx';
import { SystemLine } from './SystemLine.tsx';

const meta = {
  title: 'parts/DateSeparator',
  component: DateSeparator,
  parameters: { plane: 'sunken', width: 480 },
  args: { text: 'Monday, 3 March', dateTime: '2025-03-03' },
} satisfies Meta<typeof DateSeparator>;
export default meta;
type Story = StoryObj<typeof meta>;

const EVENTS = ['Ingrid Olsen left', '小林さくらが参加しました', '박서준님이 나갔습니다', '林佳穎已離開'];
const lines = EVENTS.map((text) => <SystemLine key={text} text={text} tabIndex={0} />);
const Days = () => (
  <div data-testid="feed" className="h-[160px] overflow-y-auto">
    <section>
      <DateSeparator {...meta.args} />
      {lines}
    </section>
    <section>
      <DateSeparator text="Tuesday, 4 March" dateTime="2025-03-04" />
      {lines}
    </section>
  </div>
);

/** Scrolled: the chip sticks 8 px below the upper edge as long as one of its lines is in sight. */
export const Sticks: Story = {
  render: () => <Days />,
  play: async ({ canvasElement }) => {
    const feed = within(canvasElement).getByTestId('feed');
    feed.scrollTop = 60;
    const chip = within(feed).getByText('Monday, 3 March');
    await expect(chip.getBoundingClientRect().top - feed.getBoundingClientRect().top).toBeCloseTo(8, 0);
  },
};
export const Still: Story = { args: { isSticky: false } };
export const VeryLong: Story = {
  parameters: { plane: 'sunken', width: 328, textScale: 1.4 },
  args: { text: 'Rabu, 24 September 2025', dateTime: '2025-09-24' },
};
export const Languages: Story = {
  args: { isSticky: false },
  render: (args) => (
    <>
      <DateSeparator {...args} text="Senin, 3 Maret" />
      <DateSeparator {...args} text="3月3日(月)" />
      <DateSeparator {...args} text="3월 3일 월요일" />
      <DateSeparator {...args} text="3月3日 星期一" />
    </>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', width: 480, dir: 'rtl' },
  args: { text: 'الاثنين، ٣ مارس' },
};
