import type { Meta, StoryObj } from '@storybook/react-vite';
import { PasswordForm } from './PasswordForm.tsx';

const meta: Meta<typeof PasswordForm> = {
  title: 'features/settings/PasswordForm',
  component: PasswordForm,
  parameters: { plane: 'raised', width: 560 },
  args: { handle: 'dewi', isBusy: false, failure: undefined, revoked: undefined, onSubmit: () => {} },
};
export default meta;
type Story = StoryObj<typeof PasswordForm>;

/** Fills in both fields and presses the button, then waits for the words at a field. */
const send =
  (current: string, next: string, words: RegExp): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Current password', { selector: 'input' }), current);
    await userEvent.type(canvas.getByLabelText('New password', { selector: 'input' }), next);
    await userEvent.click(canvas.getByRole('button', { name: 'Change password' }));
    await canvas.findByText(words);
  };

export const Empty: Story = {};
export const Busy: Story = { args: { isBusy: true } };
export const AskedTooEarly: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Change password' }));
    await canvas.findAllByText('Please enter a password.');
  },
};
export const TooShort: Story = { play: send('kucing hitam 1', 'mangga', /4 more characters/) };
export const SameAgain: Story = { play: send('kucing hitam 1', 'kucing hitam 1', /the password you have now/) };
/** The server knows that others use it too; the words hold as long as the field is unchanged. */
export const TooCommon: Story = {
  args: { failure: { code: 'WEAK_PASSWORD', text: 'This password is too common.' } },
  play: send('kucing hitam 1', 'password1234', /too many people use/i),
};
export const Offline: Story = {
  args: { failure: { code: 'TIMEOUT', text: 'The server cannot be reached right now.' } },
};
export const ChangedNobodyElse: Story = { args: { revoked: 0 } };
export const ChangedOneDevice: Story = { args: { revoked: 1 } };
export const JapanesePhone: Story = {
  args: { revoked: 3 },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
