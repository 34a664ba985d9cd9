import type { Meta, StoryObj } from '@storybook/react-vite';
import { SignUpForm } from './SignUpForm.tsx';

const meta: Meta<typeof SignUpForm> = {
  title: 'features/auth/SignUpForm',
  component: SignUpForm,
  parameters: { width: 440 },
  args: { isBusy: false, failure: undefined, refused: undefined, seconds: 0, onSubmit: () => {} },
};
export default meta;
type Story = StoryObj<typeof SignUpForm>;

export const Empty: Story = {};
export const Busy: Story = { args: { isBusy: true } };
export const TooOften: Story = { args: { failure: { code: 'RATE' }, seconds: 7 } };
export const Offline: Story = { args: { failure: { code: 'TIMEOUT' } } };
/** Every field says what it needs, once it was asked. */
export const Asked: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('ID'), 'de wi');
    await userEvent.type(canvas.getByLabelText('Password', { selector: 'input' }), 'kucing');
    await userEvent.click(canvas.getByRole('button', { name: 'Create account' }));
    await canvas.findByText('4 more characters, please.');
    await canvas.findByText(/only the letters/i);
  },
};
/** The server's word about a field holds as long as the field is unchanged. */
export const Taken: Story = {
  args: {
    failure: { code: 'HANDLE_TAKEN' },
    refused: { name: 'Dewi', handle: 'dewi', password: 'kucing oranye' },
  },
  async play({ canvas, userEvent }) {
    const field = await canvas.findByLabelText('ID');
    await userEvent.type(field, '@Dewi');
    await canvas.findByText(/is taken/i);
  },
};
