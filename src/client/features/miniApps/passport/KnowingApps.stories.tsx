import type { Meta, StoryObj } from '@storybook/react-vite';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { KnowingApps } from './KnowingApps.tsx';

const apps = [...sampleApps.slice(0, 4), ...oddApps].map((app, index) => ({ app, at: sampleNow - index * 7_200_000 }));

const meta: Meta<typeof KnowingApps> = {
  title: 'features/miniApps/KnowingApps',
  component: KnowingApps,
  parameters: { plane: 'sunken', width: 640 },
  args: { apps, problem: undefined, now: sampleNow, onRetry: () => undefined, onOpen: () => undefined },
};
export default meta;
type Story = StoryObj<typeof KnowingApps>;

export const Some: Story = {};
export const Nothing: Story = { args: { apps: [] } };
export const Loading: Story = { args: { apps: undefined } };
export const Offline: Story = { args: { apps: undefined, problem: 'No connection right now.' } };
export const OfflineWithCopy: Story = {
  args: { apps: sampleApps.slice(0, 3).map((app) => ({ app })), problem: 'No connection right now.' },
};
export const JapaneseLargeTextPhone: Story = {
  parameters: { textScale: 1.4, width: 360 },
  globals: { language: 'ja' },
};
