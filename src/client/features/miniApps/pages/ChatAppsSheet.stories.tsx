import type { Meta, StoryObj } from '@storybook/react-vite';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { ChatAppsSheet } from './ChatAppsSheet.tsx';

const nothing = () => {};

const meta: Meta<typeof ChatAppsSheet> = {
  title: 'features/miniApps/ChatAppsSheet',
  component: ChatAppsSheet,
  parameters: { plane: 'sunken' },
  args: {
    recent: sampleApps.slice(0, 4),
    favourites: sampleApps.slice(4, 7),
    isLoading: false,
    onOpen: nothing,
    onAll: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof ChatAppsSheet>;

export const Both: Story = {};
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const Loading: Story = { args: { recent: [], favourites: [], isLoading: true } };
export const Nothing: Story = { args: { recent: [], favourites: [] } };
export const LongNames: Story = { args: { recent: oddApps, favourites: [] } };
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
