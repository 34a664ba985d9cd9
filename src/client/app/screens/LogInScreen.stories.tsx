import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleCards } from '#testing/samplePeople.ts';
import { withEntry } from '#testing/withEntry.tsx';
import { LogInScreen } from './LogInScreen.tsx';
import { SignUpScreen } from './SignUpScreen.tsx';

const people = sampleCards.map(({ id, handle, name }) => ({ id: Number(id), name, handle: handle ?? '' }));

const meta: Meta<typeof LogInScreen> = {
  title: 'screens/Door',
  component: LogInScreen,
  decorators: [withEntry()],
  parameters: { plane: 'none' },
};
export default meta;
type Story = StoryObj<typeof LogInScreen>;

export const LogInDesk: Story = { globals: { viewport: { value: 'desk' } } };
export const LogInTablet: Story = { globals: { viewport: { value: 'tablet' } } };
export const LogInPhone: Story = { globals: { viewport: { value: 'phone' } } };
export const SignUpDesk: Story = { render: () => <SignUpScreen />, globals: { viewport: { value: 'desk' } } };
export const SignUpPhone: Story = { render: () => <SignUpScreen />, globals: { viewport: { value: 'phone' } } };
export const Demo: Story = {
  parameters: { entry: { demoPeople: async () => ({ ok: true, data: people }) } },
  globals: { viewport: { value: 'desk' } },
  async play({ canvas }) {
    await canvas.findByRole('button', { name: 'Enter as Ibu' });
  },
};
/** A pause after too many tries: the seconds stand on the button. */
export const TooOften: Story = {
  parameters: { entry: { logIn: async () => ({ ok: false, code: 'RATE', retry: 42_000 }) } },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('ID'), 'dewi');
    await userEvent.type(canvas.getByLabelText('Password', { selector: 'input' }), 'kucing oranye');
    await userEvent.click(canvas.getByRole('button', { name: 'Log in' }));
    const button = await canvas.findByRole('button', { name: /try again in 4\d seconds/i });
    if (!(button as HTMLButtonElement).disabled) throw new Error('the pause can be skipped');
  },
};
