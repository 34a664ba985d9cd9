import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';

const nothing = () => {};

const meta: Meta<typeof SettingsMenu> = {
  title: 'features/settings/SettingsMenu',
  component: SettingsMenu,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[820px] w-list border-e border-line text-ink">
        <Story />
      </div>
    ),
    withServices({}, '/settings'),
  ],
  args: {
    account: sampleMe,
    page: undefined,
    unsent: 0,
    onShowUnsent: nothing,
    languageName: 'English',
    onLogOut: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof SettingsMenu>;

export const NothingOpen: Story = {};
export const PageOpen: Story = { args: { page: 'devices' } };
/** Who runs the installation looks at mini-apps before people get them. */
export const Administrator: Story = { args: { account: { ...sampleMe, admin: true } } };
export const Unsent: Story = { args: { unsent: 120 } };
/** The device's own record of the person was not read yet. */
export const Loading: Story = { args: { account: undefined } };
export const LongName: Story = {
  args: {
    account: {
      ...sampleMe,
      name: 'Maximiliana Konstantinopolitanska-Weber',
      status: '오늘도 느릿느릿, 그래도 꾸준히 걷고 또 걸어서 바다까지 가 보기로 했다',
    },
  },
};
export const IndonesianLargeText: Story = {
  args: { unsent: 3, languageName: 'Bahasa Indonesia' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id' },
};
export const Japanese: Story = { args: { page: 'language', languageName: '日本語' }, globals: { language: 'ja' } };
export const RightToLeft: Story = { args: { page: 'chats', unsent: 2 }, parameters: { dir: 'rtl' } };
