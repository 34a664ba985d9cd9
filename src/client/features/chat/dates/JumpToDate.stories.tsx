import type { Meta, StoryObj } from '@storybook/react-vite';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expect, fn, screen, userEvent } from 'storybook/test';
import type { MonthDays } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { JumpToDate } from './JumpToDate.tsx';

const BUSY = [6, 30, 2, 240, 0, 2, 18, 4, 0, 120, 2, 0, 8, 44, 2, 0, 12, 5, 0, 36, 190, 3];
const november: MonthDays = {
  isWhole: true,
  days: BUSY.flatMap((busy, index) =>
    busy > 0 ? [{ day: `2026-11-${String(index + 1).padStart(2, '0')}`, seq: index * 10 + 1, busy }] : [],
  ),
};

type StageProps = {
  /** what is known of the month on screen; undefined: the answer never comes */
  days: MonthDays | undefined;
  isLive: boolean;
  onPick: (seq: number) => void;
  onFirst: () => void;
  onClose: () => void;
};

function Stage({ days, isLive, ...on }: StageProps) {
  const { t, i18n } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const load = useCallback(
    async (_: string, show: (days: MonthDays) => void) => (days ? show(days) : new Promise<void>(() => undefined)),
    [days],
  );
  return (
    <div className="flex min-h-[480px] justify-end p-4">
      <div>
        <Button ref={setAnchor} kind="quiet">
          …
        </Button>
      </div>
      {anchor && (
        <JumpToDate
          t={t}
          language={i18n.language}
          anchor={anchor}
          day="2026-11-14"
          today="2026-11-22"
          since="2026-08-03"
          isLive={isLive}
          load={load}
          {...on}
        />
      )}
    </div>
  );
}

const meta = {
  title: 'features/chat/JumpToDate',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { days: november, isLive: true, onPick: fn(), onFirst: fn(), onClose: fn() },
} satisfies Meta<typeof Stage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Days: Story = {};
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const Loading: Story = { args: { days: undefined } };
/** Without a network: the days of which something is on this device. */
export const Offline: Story = {
  args: { days: { isWhole: false, days: november.days.slice(-4) }, isLive: false },
};
export const NothingThatMonth: Story = { args: { days: { isWhole: true, days: [] } } };
export const Pick: Story = {
  play: async ({ args }) => {
    await userEvent.click(await screen.findByRole('button', { name: /November 10|10 November/u }));
    await expect(args.onPick).toHaveBeenCalledWith(91);
    await userEvent.click(screen.getByRole('button', { name: 'First message' }));
    await expect(args.onFirst).toHaveBeenCalledOnce();
    await userEvent.keyboard('{Escape}');
    await expect(args.onClose).toHaveBeenCalled();
  },
};
export const Indonesian: Story = { globals: { language: 'id' } };
export const Korean: Story = { globals: { language: 'ko', viewport: { value: 'phone' } } };
export const LargeText: Story = { parameters: { plane: 'sunken', textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { plane: 'sunken', dir: 'rtl' } };
