import type { Meta, StoryObj } from '@storybook/react-vite';
import { ChatSettings } from './ChatSettings.tsx';

const meta: Meta<typeof ChatSettings> = {
  title: 'features/settings/ChatSettings',
  component: ChatSettings,
  parameters: { plane: 'sunken', width: 720 },
  args: { prefs: { enterSends: true, sendTyping: true, linkCards: true }, onChange: () => {} },
};
export default meta;
type Story = StoryObj<typeof ChatSettings>;

export const EnterSends: Story = {};
export const EnterBreaks: Story = { args: { prefs: { enterSends: false, sendTyping: false, linkCards: false } } };
export const TraditionalChinese: Story = { globals: { language: 'zh-TW' } };
export const IndonesianPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
