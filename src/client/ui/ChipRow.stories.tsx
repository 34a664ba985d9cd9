import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { Chip } from './Chip.tsx';
import { ChipRow } from './ChipRow.tsx';

const chips = (names: readonly string[]) =>
  names.map((name, index) => (
    <Chip key={name} isOn={index === 0} hasTick onClick={fn()}>
      {name}
    </Chip>
  ));
const FOLDERS = ['Everything', 'Close friends', 'Kantor', 'Badminton Selasa', 'Tetangga', 'Old classmates'];

const meta = {
  title: 'ui/ChipRow',
  component: ChipRow,
  parameters: { width: 320 },
  args: { label: 'Folders', children: chips(FOLDERS) },
} satisfies Meta<typeof ChipRow>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Wider than its place: it scrolls, and the focus brings a hidden chip into sight, its ring of 4 px too (scrolling rounds to whole pixels). */
export const Scrolling: Story = {
  play: async ({ canvasElement }) => {
    const row = within(canvasElement).getByRole('group', { name: 'Folders' });
    const last = within(row).getByRole('button', { name: 'Old classmates' });
    const right = row.getBoundingClientRect().right;
    await expect(last.getBoundingClientRect().right).toBeGreaterThan(right);
    last.focus();
    await expect(last.getBoundingClientRect().right).toBeLessThanOrEqual(right - 3);
  },
};
export const Wrapping: Story = { args: { isWrapping: true } };
export const OneChip: Story = { args: { children: chips(['Everything']) } };
export const Focus: Story = {
  args: { isWrapping: true },
  decorators: [
    (Story) => (
      <div data-force="focus">
        <Story />
      </div>
    ),
  ],
};
export const VeryLong: Story = {
  args: { children: chips(['Panitia tujuh belasan RT 04 dan RT 05 Kelurahan Menteng', 'Kantor']) },
};
export const Languages: Story = {
  args: { isWrapping: true, children: chips(['Semua', 'すべて', '家族', '전체', '가족', '全部', '同事']) },
};
export const LargeText: Story = { parameters: { width: 320, textScale: 1.4 }, args: { isWrapping: true } };
export const RightToLeft: Story = {
  parameters: { width: 240, dir: 'rtl' },
  args: { label: 'المجلدات', children: chips(['الكل', 'العائلة', 'العمل', 'الجيران', 'زملاء الدراسة']) },
};
