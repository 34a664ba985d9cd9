import type { Meta, StoryObj } from '@storybook/react-vite';
import { NotificationSettings } from './NotificationSettings.tsx';

const meta: Meta<typeof NotificationSettings> = {
  title: 'features/settings/NotificationSettings',
  component: NotificationSettings,
  parameters: { plane: 'sunken', width: 720 },
  args: {
    prefs: { notifications: 'on', notificationText: true },
    permission: 'granted',
    onChange: () => {},
    onAllow: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof NotificationSettings>;

export const On: Story = {};
export const Off: Story = { args: { prefs: { notifications: 'off', notificationText: true } } };
export const NotAsked: Story = { args: { permission: 'default' } };
export const Blocked: Story = { args: { permission: 'denied' } };
export const Impossible: Story = { args: { permission: 'unsupported' } };
export const Korean: Story = { globals: { language: 'ko' } };
export const JapanesePhone: Story = {
  args: { permission: 'denied' },
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
