import type { Meta, StoryObj } from '@storybook/react-vite';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { PasswordSettings } from './PasswordSettings.tsx';

const answering = (password: FakeAnswers['account.password']) => ({
  seed: { answers: { 'account.password': password } },
});

/** The form with its request; what it says by itself is in `PasswordForm`. */
const meta: Meta<typeof PasswordSettings> = {
  title: 'features/settings/PasswordSettings',
  component: PasswordSettings,
  decorators: [withServices({}, '/settings/password')],
  parameters: { plane: 'sunken', width: 720 },
};
export default meta;
type Story = StoryObj<typeof PasswordSettings>;

/** Sends a password that the form itself accepts, then waits for what the server said. */
const send =
  (words?: RegExp): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByLabelText('Current password', { selector: 'input' }), 'kucing hitam 1');
    await userEvent.type(canvas.getByLabelText('New password', { selector: 'input' }), 'hujan di bulan juni');
    await userEvent.click(canvas.getByRole('button', { name: 'Change password' }));
    if (words) await canvas.findByText(words);
  };

export const Changing: Story = { parameters: answering(() => new Promise(() => {})), play: send() };
export const Changed: Story = {
  parameters: answering(() => ({ ok: true, data: { revoked: 2 } })),
  async play(context) {
    await send(/2 other devices were logged out/)(context);
    const field = await context.canvas.findByLabelText<HTMLInputElement>('New password', { selector: 'input' });
    if (field.value !== '') throw new Error('the new password still stands there');
  },
};
export const Wrong: Story = {
  parameters: answering(() => ({ ok: false, code: 'WRONG_LOGIN' })),
  play: send(/the current password is not right/i),
};
export const TooOften: Story = {
  parameters: answering(() => ({ ok: false, code: 'RATE', retry: 30_000 })),
  play: send(/in 30 seconds/),
};
export const Offline: Story = { play: send(/cannot be reached/) };
export const TraditionalChinese: Story = { globals: { language: 'zh-TW' } };
