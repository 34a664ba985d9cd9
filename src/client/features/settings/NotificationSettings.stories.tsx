import type { Meta, StoryObj } from '@storybook/react-vite';
import { NotificationSettings } from './NotificationSettings.tsx';

const meta: Meta<typeof NotificationSettings> = {
  title: 'features/settings/NotificationSettings',
  component: NotificationSettings,
  parameters: { plane: 'sunken', width: 720 },
  args: { notifications: 'off', onChange: () => {} },
};
export default meta;
type Story = StoryObj<typeof NotificationSettings>;

export const Off: Story = {};
export const On: Story = { args: { notifications: 'on' } };
export const Korean: Story = { args: { notifications: 'on' }, globals: { language: 'ko' } };
export const JapanesePhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { notifications: 'on' }, parameters: { dir: 'rtl' } };
