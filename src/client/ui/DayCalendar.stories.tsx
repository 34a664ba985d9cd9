import type { Meta, StoryObj } from '@storybook/react-vite';
import { useTranslation } from 'react-i18next';
import { expect, fn, userEvent, within } from 'storybook/test';
import { DayCalendar } from './DayCalendar.tsx';
import type { DayCalendarProps } from './DayCalendar.tsx';

/** As long as the marks of the days of November, 1–22. */
const WEIGHTS = [0.4, 0.6, 0.1, 1, 0, 0.1, 0.5, 0.2, 0, 0.9, 0.1, 0, 0.4, 0.7, 0.1, 0, 0.5, 0.2, 0, 0.6, 1, 0.1];
const days = new Map(
  WEIGHTS.flatMap((weight, index) => (weight > 0 ? [[`2026-11-${String(index + 1).padStart(2, '0')}`, weight]] : [])),
);

const Live = (props: DayCalendarProps) => {
  const { i18n } = useTranslation();
  return <DayCalendar {...props} language={i18n.language} />;
};
const meta = {
  title: 'ui/DayCalendar',
  component: Live,
  parameters: { width: 332 },
  args: {
    label: 'Jump to date',
    days,
    min: '2024-05-03',
    max: '2026-11-22',
    day: '2026-11-14',
    language: 'en',
    labels: {
      previous: 'Previous month',
      next: 'Next month',
      today: 'today',
      chosen: 'selected',
      first: 'first day',
      last: 'last day',
    },
    onMonth: fn(),
    onPick: fn(),
  },
} satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Month: Story = {};
export const Empty: Story = { args: { days: new Map() } };
/** Arrows move by a day, Enter chooses; a day without anything can be passed, not chosen. */
export const Keyboard: Story = {
  play: async ({ args, canvasElement }) => {
    const cell = within(canvasElement).getByRole('button', { name: /14 November|November 14/u });
    await expect(cell).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    await expect(args.onPick).not.toHaveBeenCalled();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await expect(args.onPick).toHaveBeenCalledWith('2026-11-17');
  },
};
/** The month turns, and says so. */
export const Turn: Story = {
  play: async ({ args, canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Previous month' }));
    await expect(args.onMonth).toHaveBeenCalledWith('2026-10');
    // The one that is seen, and one for screen readers.
    for (const next of within(canvasElement).getAllByRole('button', { name: 'Next month' }))
      await expect(next).toBeEnabled();
  },
};
export const Japanese: Story = { globals: { language: 'ja' } };
/** React Aria has no Indonesian words: what is spoken must not fall back to English. */
export const Indonesian: Story = {
  globals: { language: 'id' },
  args: {
    label: 'Lompat ke tanggal',
    labels: {
      previous: 'Bulan sebelumnya',
      next: 'Bulan berikutnya',
      today: 'hari ini',
      chosen: 'dipilih',
      first: 'hari pertama',
      last: 'hari terakhir',
    },
  },
  play: async ({ canvasElement }) => {
    const spoken = [...canvasElement.querySelectorAll('[aria-label]')].map(({ ariaLabel }) => ariaLabel ?? '');
    await expect(spoken).toContain('Sabtu, 14 November 2026, dipilih');
    await expect(spoken).toContain('Minggu, 22 November 2026, hari terakhir');
    // The visible button, and the one for screen readers behind the days.
    await expect(spoken.filter((label) => label === 'Bulan berikutnya')).toHaveLength(2);
    await expect(spoken.filter((label) => /next|previous|select|today|available|day\b/iu.test(label))).toEqual([]);
  },
};
export const LargeText: Story = { parameters: { width: 332, textScale: 1.4 } };
export const RightToLeft: Story = { parameters: { width: 332, dir: 'rtl' } };
