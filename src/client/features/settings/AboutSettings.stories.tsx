import type { Meta, StoryObj } from '@storybook/react-vite';
import { AboutSettings } from './AboutSettings.tsx';

const meta: Meta<typeof AboutSettings> = {
  title: 'features/settings/AboutSettings',
  component: AboutSettings,
  parameters: { plane: 'sunken', width: 720 },
  args: { version: '0.1.0', onShowShortcuts: () => undefined },
};
export default meta;
type Story = StoryObj<typeof AboutSettings>;

export const English: Story = {};
export const Japanese: Story = { globals: { language: 'ja' } };
export const LongVersion: Story = {
  args: { version: '1.12.3-beta.20261017+4fe09c1' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
