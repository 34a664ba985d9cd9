import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, within } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppSecret } from './AppSecret.tsx';

const token = '7100000001:AAH4d0kQeXw9tYv3uLr8pNz2sBmCfGjKiDo';
const answers: FakeAnswers = { 'maker.secret': () => ({ ok: true, data: { token } }) };

const meta: Meta<typeof AppSecret> = {
  title: 'features/appMaker/AppSecret',
  component: AppSecret,
  decorators: [withServices({ answers })],
  parameters: { plane: 'sunken', width: 680 },
  args: { id: toAppId('antre-dulu') },
};
export default meta;
type Story = StoryObj<typeof AppSecret>;

const confirm = async () =>
  within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Make a new secret' });

export const Kept: Story = {};
/** It is shown until the person says that it is kept. */
export const Renewed: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Make a new secret' }));
    await userEvent.click(await confirm());
    await canvas.findByText(token);
    await userEvent.click(canvas.getByRole('button', { name: 'I have kept it' }));
    await expect(canvas.queryByText(token)).toBeNull();
  },
};
/** The old one goes on working. */
export const NoNetwork: Story = {
  parameters: { seed: { answers: {} } },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Make a new secret' }));
    await userEvent.click(await confirm());
    await screen.findByText(/cannot be reached/);
  },
};
export const KoreanShownPhone: Story = {
  parameters: { textScale: 1.4, width: 328 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button'));
    const buttons = within(await screen.findByRole('alertdialog')).getAllByRole('button');
    await userEvent.click(buttons.at(-1) ?? document.body);
    await canvas.findByText(token);
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
