import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { ScheduleDialog } from './ScheduleDialog.tsx';

/** A Wednesday morning. */
const now = new Date('2026-11-25T10:00').getTime();

const meta: Meta<typeof ScheduleDialog> = {
  title: 'features/composer/ScheduleDialog',
  component: ScheduleDialog,
  args: { now, offset: 0, isSilent: false, onSave: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof ScheduleDialog>;

export const New: Story = {};
/** A press on a usual time, then on the button, is all it takes. The clock of the server is an hour ahead of this device. */
export const Quick: Story = {
  args: { offset: 3_600_000 },
  async play({ userEvent, canvasElement, args }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('button', { name: /Tomorrow/ }));
    await userEvent.click(page.getByRole('switch', { name: 'Send silently' }));
    await userEvent.click(page.getByRole('button', { name: 'Schedule' }));
    await expect(args.onSave).toHaveBeenCalledWith(new Date('2026-11-26T10:00').getTime(), true);
  },
};
export const Over: Story = {
  args: { at: now - 60_000, isSilent: undefined },
  async play({ userEvent, canvasElement, args }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('button', { name: 'Save' }));
    await expect(await page.findByText('Choose a time that is still to come.')).toBeVisible();
    await expect(args.onSave).not.toHaveBeenCalled();
  },
};
export const Changing: Story = { args: { at: now + 86_400_000, isSilent: undefined } };
export const Saving: Story = { args: { isBusy: true } };
export const Refused: Story = { args: { problem: 'That is not possible any more.' } };
export const Japanese: Story = { globals: { language: 'ja' }, parameters: { width: 360 } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
