import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { PasswordField } from './PasswordField.tsx';
import type { PasswordFieldProps } from './PasswordField.tsx';

const Live = (props: Partial<PasswordFieldProps>) => {
  const [value, setValue] = useState(props.value ?? '');
  return (
    <PasswordField
      label="Password"
      labels={{ show: 'Show password', hide: 'Hide password' }}
      autoComplete="current-password"
      {...props}
      value={value}
      onChange={setValue}
    />
  );
};
const meta = { title: 'ui/PasswordField', component: Live, parameters: { width: 392 } } satisfies Meta<typeof Live>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Shown: Story = {
  args: { value: 'correct horse' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Show password' }));
    await expect(canvas.getByLabelText('Password')).toHaveAttribute('type', 'text');
  },
};
export const Failed: Story = {
  args: { value: '123456789', error: 'That password is not right. 4 tries left before a pause of a minute.' },
};
export const Weak: Story = {
  args: {
    value: 'password12',
    autoComplete: 'new-password',
    strength: { score: 1, label: 'Strength 1 of 4' },
    hint: 'This one is easy to guess.',
  },
};
export const Strong: Story = {
  args: {
    value: 'sawah pagi hijau',
    autoComplete: 'new-password',
    strength: { score: 4, label: 'Strength 4 of 4' },
    hint: 'Good.',
  },
};
export const Disabled: Story = { args: { value: 'correct horse', isDisabled: true } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { label: 'كلمة المرور', value: '123456789' } };
