import type { Meta, StoryObj } from '@storybook/react-vite';
import { toDeviceId } from '#protocol/casts.ts';
import { within } from 'storybook/test';
import { sampleAppAnswers, sampleKept } from '#testing/sampleApps.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { AppShell } from './AppShell.tsx';
import { SettingsScreen } from './SettingsScreen.tsx';

const device = (number: number, name: string, ago: number) => ({
  id: toDeviceId(`00000000-0000-4000-8000-00000000000${number}`),
  name,
  created: sampleNow - ago,
  seen: sampleNow - ago,
  current: number === 1,
});
const items = [device(1, 'Chromium · Linux', 0), device(2, 'Firefox · Android', 240_000)];
const seed: FakeSeed = {
  ...sampleSeed,
  storage: {
    used: 168_000_000,
    quota: 6_000_000_000,
    chats: (sampleSeed.chats ?? []).map(({ c }, at) => ({
      c,
      rows: 900 - at * 60,
      bytes: 380_000 - at * 25_000,
      isKept: false,
    })),
  },
  health: { waiting: 3, failed: 1 },
  answers: { 'device.list': () => ({ ok: true, data: { items } }) },
};

const meta: Meta<typeof SettingsScreen> = {
  title: 'screens/Settings',
  component: SettingsScreen,
  decorators: [withServices(seed, '/settings')],
  parameters: { plane: 'none' },
  globals: { viewport: { value: 'desk' } },
  render: (args) => (
    <AppShell>
      <SettingsScreen {...args} />
    </AppShell>
  ),
};
export default meta;
type Story = StoryObj<typeof SettingsScreen>;

export const Appearance: Story = { args: { page: 'appearance' } };
export const Language: Story = { args: { page: 'language' } };
export const Chats: Story = { args: { page: 'chats' } };
/** Clearing asks first, and says what stays. */
export const Storage: Story = {
  args: { page: 'storage' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('switch', { name: 'Keep Jogja bareng 🛵 on this device' }));
    await canvas.findByRole('switch', { name: 'Keep Jogja bareng 🛵 on this device', checked: true });
    await userEvent.click(await canvas.findByRole('button', { name: 'Clear Jogja bareng 🛵' }));
    await userEvent.click(await within(document.body).findByRole('button', { name: 'Clear' }));
    await canvas.findByText('Cleared.');
  },
};
export const StoragePhone: Story = { args: { page: 'storage' }, globals: { viewport: { value: 'phone' } } };
export const StorageMemoryOnly: Story = {
  args: { page: 'storage' },
  parameters: { seed: { ...seed, health: { memoryOnly: true } } },
};
export const Profile: Story = { args: { page: 'account' } };
export const Password: Story = { args: { page: 'password' } };
export const Devices: Story = { args: { page: 'devices' } };
export const DevicesOffline: Story = { args: { page: 'devices' }, parameters: { seed: {} } };
export const Notifications: Story = { args: { page: 'notifications' } };
export const About: Story = { args: { page: 'about' } };
export const Apps: Story = {
  args: { page: 'apps' },
  parameters: { seed: { ...seed, answers: sampleAppAnswers } },
  async play({ canvas }) {
    await canvas.findByRole('link', { name: 'Antre Dulu' });
  },
};
export const AppsOffline: Story = {
  args: { page: 'apps' },
  parameters: { seed: { ...seed, answers: {}, keptApps: sampleKept } },
  async play({ canvas }) {
    await canvas.findByRole('link', { name: 'Antre Dulu' });
  },
};
export const UnknownPage: Story = { args: { page: 'nonsense' } };
export const Tablet: Story = { args: { page: 'appearance' }, globals: { viewport: { value: 'tablet' } } };
export const PhoneMenu: Story = { args: {}, globals: { viewport: { value: 'phone' } } };
export const PhonePage: Story = { args: { page: 'account' }, globals: { viewport: { value: 'phone' } } };
/** Logging out counts what would be lost before it asks. */
export const LogOut: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Log out' }));
    await canvas.findByText('Log out of this device?');
  },
};
