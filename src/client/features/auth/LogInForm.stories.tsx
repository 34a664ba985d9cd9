import type { Meta, StoryObj } from '@storybook/react-vite';
import { LogInForm } from './LogInForm.tsx';

const meta: Meta<typeof LogInForm> = {
  title: 'features/auth/LogInForm',
  component: LogInForm,
  parameters: { width: 440 },
  args: { isBusy: false, failure: undefined, seconds: 0, onSubmit: () => {} },
};
export default meta;
type Story = StoryObj<typeof LogInForm>;

export const Empty: Story = {};
export const KnownPerson: Story = { args: { handle: 'dewi' } };
export const Busy: Story = { args: { handle: 'dewi', isBusy: true } };
export const Wrong: Story = { args: { handle: 'dewi', failure: { code: 'WRONG_LOGIN' } } };
export const TooOften: Story = { args: { handle: 'dewi', failure: { code: 'RATE' }, seconds: 42 } };
export const Offline: Story = { args: { handle: 'dewi', failure: { code: 'UNAVAILABLE' } } };
export const ServerTrouble: Story = { args: { handle: 'dewi', failure: { code: 'INTERNAL' } } };
export const Asked: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /log in/i }));
    await canvas.findAllByText(/please enter/i);
  },
};
