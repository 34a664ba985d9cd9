import type { Meta, StoryObj } from '@storybook/react-vite';
import { BannedList } from './BannedList.tsx';

const meta: Meta<typeof BannedList> = {
  title: 'features/groups/BannedList',
  component: BannedList,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="w-panel bg-surface p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    people: [
      { id: 1_002, name: 'fast_cam_deals' },
      { id: 1_003, name: 'Maximiliana Konstantinopolitanska-Weber' },
    ],
    faceOf: String,
    onUnban() {},
  },
};
export default meta;
type Story = StoryObj<typeof BannedList>;

export const Some: Story = {};
export const Nobody: Story = { args: { people: [] } };
export const IndonesianLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
