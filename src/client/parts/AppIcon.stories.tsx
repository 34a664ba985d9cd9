import type { Meta, StoryObj } from '@storybook/react-vite';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { AppIcon } from './AppIcon.tsx';

const [patungan] = sampleApps;

const meta: Meta<typeof AppIcon> = {
  title: 'parts/AppIcon',
  component: AppIcon,
  parameters: { plane: 'surface' },
  args: { app: patungan, name: patungan.names.en, size: 56, label: 'Patungan' },
};
export default meta;
type Story = StoryObj<typeof AppIcon>;

export const Letter: Story = {};
export const Small: Story = { args: { size: 24 } };
export const Many: Story = {
  render: () => (
    <div className="flex flex-wrap gap-3">
      {[...sampleApps, ...oddApps].map((app) => (
        <AppIcon key={app.id} app={app} name={app.names.en} size={56} />
      ))}
    </div>
  ),
};
