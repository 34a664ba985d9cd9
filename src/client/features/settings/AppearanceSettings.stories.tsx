import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { fireEvent } from 'storybook/test';
import { AppearanceSettings, type AppearanceSettingsProps } from './AppearanceSettings.tsx';

const meta: Meta<typeof AppearanceSettings> = {
  title: 'features/settings/AppearanceSettings',
  component: AppearanceSettings,
  parameters: { plane: 'sunken', width: 720 },
  args: { prefs: { theme: 'system', textScale: 1 }, onChange: () => {} },
};
export default meta;
type Story = StoryObj<typeof AppearanceSettings>;

export const Automatic: Story = {};
export const LightSmallText: Story = {
  args: { prefs: { theme: 'light', textScale: 0.9 } },
  parameters: { textScale: 0.9 },
};
export const DarkLargeText: Story = {
  args: { prefs: { theme: 'dark', textScale: 1.4 } },
  parameters: { textScale: 1.4 },
};
/** What the slider says stands beside it in percent. */
export const Choosing: Story = {
  render: () => <Live />,
  async play({ canvas }) {
    await fireEvent.change(await canvas.findByRole('slider'), { target: { value: '1.2' } });
    await canvas.findByText('120%');
  },
};
export const IndonesianPhone: Story = {
  args: { prefs: { theme: 'light', textScale: 1.4 } },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const Japanese: Story = { globals: { language: 'ja' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };

function Live() {
  const [prefs, setPrefs] = useState<AppearanceSettingsProps['prefs']>({ theme: 'system', textScale: 1 });
  return <AppearanceSettings prefs={prefs} onChange={(change) => setPrefs({ ...prefs, ...change })} />;
}
