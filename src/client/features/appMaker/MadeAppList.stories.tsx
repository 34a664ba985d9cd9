import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleMade, sampleMadeApp, sampleManifest, sampleVersion } from '#testing/sampleMakers.ts';
import { withServices } from '#testing/withServices.tsx';
import { MadeAppList } from './MadeAppList.tsx';

const long = {
  ...sampleManifest,
  names: { en: 'Queues of all cafés of the city' },
};

const meta: Meta<typeof MadeAppList> = {
  title: 'features/appMaker/MadeAppList',
  component: MadeAppList,
  decorators: [withServices({}, '/apps/make')],
  parameters: { plane: 'sunken', width: 720 },
  args: { apps: [sampleMadeApp] },
};
export default meta;
type Story = StoryObj<typeof MadeAppList>;

export const EveryState: Story = {
  args: { apps: [sampleMade.waiting, sampleMade.fresh, sampleMade.declined, sampleMade.closed, sampleMade.removed] },
};
export const One: Story = {};
export const LongName: Story = {
  args: { apps: [{ ...sampleMade.drafted, versions: [sampleVersion(3, 0, { manifest: long })] }] },
  parameters: { width: 360, textScale: 1.4 },
};
export const RightToLeft: Story = { args: { apps: [sampleMade.waiting] }, parameters: { dir: 'rtl' } };
