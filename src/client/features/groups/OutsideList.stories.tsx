import type { Meta, StoryObj } from '@storybook/react-vite';
import { OutsideList } from './OutsideList.tsx';

const meta: Meta<typeof OutsideList> = {
  title: 'features/groups/OutsideList',
  component: OutsideList,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="w-panel bg-surface p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    title: '3 people invited, no answer yet',
    people: [
      { id: 1_002, name: '藤原 菫', canAct: true },
      { id: 1_003, name: 'Maximiliana Konstantinopolitanska-Weber', canAct: true },
      { id: 1_004, name: 'Dewi', canAct: false },
    ],
    faceOf: String,
    action: 'Take back',
    onAct() {},
  },
};
export default meta;
type Story = StoryObj<typeof OutsideList>;

/** Two that I may take back, and one that is somebody else's. */
export const Invited: Story = {};
export const Banned: Story = {
  args: {
    title: 'Banned · 1',
    people: [{ id: 1_002, name: 'fast_cam_deals', canAct: true }],
    action: 'Lift the ban',
  },
};
export const Nobody: Story = { args: { people: [] } };
export const LongWordsLargeText: Story = {
  parameters: { textScale: 1.4 },
  args: { title: '3 orang diundang, belum menjawab', action: 'Cabut larangan' },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
