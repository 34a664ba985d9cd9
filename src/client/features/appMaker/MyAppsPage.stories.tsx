import type { Meta, StoryObj } from '@storybook/react-vite';
import { toAppId } from '#protocol/casts.ts';
import { sampleMade, sampleMadeApp } from '#testing/sampleMakers.ts';
import { withServices } from '#testing/withServices.tsx';
import { MyAppsPage } from './MyAppsPage.tsx';

const meta: Meta<typeof MyAppsPage> = {
  title: 'features/appMaker/MyAppsPage',
  component: MyAppsPage,
  decorators: [withServices({}, '/apps/make')],
  parameters: { plane: 'none' },
  args: { apps: [sampleMade.waiting, sampleMade.fresh, sampleMade.closed], problem: undefined, onRetry: () => {} },
};
export default meta;
type Story = StoryObj<typeof MyAppsPage>;

export const Some: Story = {};
export const None: Story = { args: { apps: [] } };
export const Loading: Story = { args: { apps: undefined } };
export const NoNetwork: Story = { args: { apps: undefined, problem: 'The server cannot be reached right now.' } };
export const Full: Story = {
  args: { apps: Array.from({ length: 20 }, (_, index) => ({ ...sampleMadeApp, id: toAppId(`queue-${index}`) })) },
};
