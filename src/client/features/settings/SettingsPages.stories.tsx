import type { Meta, StoryObj } from '@storybook/react-vite';
import { toChatId, toDeviceId } from '#protocol/casts.ts';
import { sampleMe, sampleNow } from '#testing/samplePeople.ts';
import { AboutSettings } from './AboutSettings.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { ChatSettings } from './ChatSettings.tsx';
import { DeviceList } from './DeviceList.tsx';
import { LanguageSettings } from './LanguageSettings.tsx';
import { NotificationSettings, type NotificationSettingsProps } from './NotificationSettings.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { PrivacySettings } from './PrivacySettings.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';
import { StorageUsage } from './StorageUsage.tsx';
import { StoredChats, type StoredChat } from './StoredChats.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';

const nothing = () => {};
const device = (number: number, name: string, ago: number) => ({
  id: toDeviceId(`00000000-0000-4000-8000-00000000000${number}`),
  name,
  created: sampleNow - ago,
  seen: sampleNow - ago,
  current: number === 1,
});

/** The parts of the settings, by props only. */
const meta: Meta = { title: 'features/settings/SettingsPages', parameters: { plane: 'sunken', width: 720 } };
export default meta;

export const Menu: StoryObj = {
  parameters: { plane: 'surface', width: 340 },
  render: () => (
    <SettingsMenu
      account={sampleMe}
      page="appearance"
      unsent={4}
      onShowUnsent={nothing}
      languageName="English"
      onLogOut={nothing}
    />
  ),
};
export const Appearance: StoryObj = {
  render: () => <AppearanceSettings prefs={{ theme: 'dark', textScale: 1.2 }} onChange={nothing} />,
};
export const Language: StoryObj = {
  render: () => <LanguageSettings chosen={undefined} shownName="English" onChange={nothing} />,
};
export const Chats: StoryObj = {
  render: () => <ChatSettings prefs={{ enterSends: true, sendTyping: false, linkCards: true }} onChange={nothing} />,
};
const stored = (id: number, title: string, rows: number, more: Partial<StoredChat> = {}): StoredChat => ({
  ...{ id: toChatId(id), title, faceId: String(id), shape: 'person', rows, bytes: rows * 420, isKept: false },
  ...more,
});
const storedChats = [
  stored(2_001, 'Film Pelan 慢速底片', 4_812, { shape: 'place' }),
  stored(2_002, 'Jogja bareng 🛵', 1_204, { isKept: true }),
  stored(2_003, '青島みのり', 388),
  stored(2_004, 'Perkumpulan Pencinta Kereta Api dan Sepeda Ontel Kota Bandung dan Sekitarnya', 1),
];
const StoredList = ({ chats }: { chats: readonly StoredChat[] }) => (
  <SettingsGroup title="Messages by chat">
    <StoredChats chats={chats} onKeep={nothing} onClear={nothing} />
  </SettingsGroup>
);
export const StorageInUse: StoryObj = {
  render: () => (
    <SettingsGroup>
      <StorageUsage used={1_240_000_000} quota={6_000_000_000} />
    </SettingsGroup>
  ),
};
export const StorageUnknown: StoryObj = {
  render: () => (
    <SettingsGroup>
      <StorageUsage used={undefined} quota={undefined} />
    </SettingsGroup>
  ),
};
export const Stored: StoryObj = { render: () => <StoredList chats={storedChats} /> };
export const StoredNarrow: StoryObj = { parameters: { width: 320 }, render: () => <StoredList chats={storedChats} /> };
export const StoredRightToLeft: StoryObj = {
  parameters: { dir: 'rtl' },
  render: () => <StoredList chats={storedChats} />,
};
export const StoredNothing: StoryObj = { render: () => <StoredList chats={[]} /> };
/** A long list begins with its biggest chats. */
export const StoredMany: StoryObj = {
  render: () => (
    <StoredList chats={Array.from({ length: 34 }, (_, at) => stored(3_000 + at, `Chat ${at + 1}`, 400 - at))} />
  ),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show 4 more chats' }));
    await canvas.findByText('Chat 34');
  },
};
const notifications = (permission: NotificationSettingsProps['permission'], isOn = true) => (
  <NotificationSettings
    prefs={{ notifications: isOn ? 'on' : 'off', notificationText: false }}
    permission={permission}
    onChange={nothing}
    onAllow={nothing}
  />
);
export const Notifications: StoryObj = { render: () => notifications('granted') };
export const NotificationsNotAsked: StoryObj = { render: () => notifications('default') };
export const NotificationsBlocked: StoryObj = { render: () => notifications('denied') };
export const NotificationsImpossible: StoryObj = { render: () => notifications('unsupported', false) };
export const Privacy: StoryObj = {
  render: () => <PrivacySettings presence="friends" groupAdds="nobody" onChange={nothing} />,
};
export const Devices: StoryObj = {
  render: () => (
    <DeviceList
      now={sampleNow}
      onLogOut={nothing}
      devices={[
        device(2, 'Firefox · Android', 4 * 60_000),
        device(3, '', 12 * 86_400_000),
        device(1, 'Chromium · Linux', 0),
      ]}
    />
  ),
};
export const Profile: StoryObj = {
  render: () => <ProfileForm account={sampleMe} isBusy={false} isSaved problem={undefined} onSave={nothing} />,
};
export const ProfileWithoutName: StoryObj = {
  render: () => (
    <ProfileForm
      account={{ ...sampleMe, av: 'c3' }}
      isBusy={false}
      isSaved={false}
      problem="The server cannot be reached right now."
      onSave={nothing}
    />
  ),
  async play({ canvas, userEvent }) {
    await userEvent.clear(await canvas.findByLabelText('Name'));
    await canvas.findByText('Please enter a name.');
  },
};
export const Password: StoryObj = {
  render: () => <PasswordForm handle="dewi" isBusy={false} failure={undefined} revoked={2} onSubmit={nothing} />,
};
export const PasswordWrong: StoryObj = {
  render: () => (
    <PasswordForm
      handle="dewi"
      isBusy={false}
      failure={{ code: 'WRONG_LOGIN', text: 'ID or password is wrong.' }}
      revoked={undefined}
      onSubmit={nothing}
    />
  ),
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Current password', { selector: 'input' }), 'kucing hitam 1');
    await userEvent.type(canvas.getByLabelText('New password', { selector: 'input' }), 'kucing oranye 2');
    await userEvent.click(canvas.getByRole('button', { name: 'Change password' }));
    await canvas.findByText('The current password is not right.');
  },
};
export const About: StoryObj = { render: () => <AboutSettings version="0.1.0" onShowShortcuts={() => undefined} /> };
