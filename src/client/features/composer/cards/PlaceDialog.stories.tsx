import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { PlaceDialog } from './PlaceDialog.tsx';

const meta: Meta<typeof PlaceDialog> = {
  title: 'features/composer/PlaceDialog',
  component: PlaceDialog,
  args: { finding: { at: 'start' }, name: '', onName: fn(), onFind: fn(), onSend: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof PlaceDialog>;

/** The device is asked where it is by this press only. */
export const Start: Story = {
  async play({ userEvent, canvasElement, args }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('button', { name: 'Find my place' }));
    await expect(args.onFind).toHaveBeenCalledOnce();
  },
};
export const Finding: Story = { args: { finding: { at: 'finding' } } };
export const Refused: Story = { args: { finding: { at: 'problem', why: 'refused' } } };
export const Found: Story = {
  args: { finding: { at: 'found', la: -7.795, lo: 110.369, ac: 20 }, name: 'Tugu' },
  async play({ userEvent, canvasElement, args }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('button', { name: 'Send' }));
    await expect(args.onSend).toHaveBeenCalledOnce();
  },
};
export const NotKept: Story = {
  args: { ...Found.args, problem: 'There is no room left on this device.' },
};
