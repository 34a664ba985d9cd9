import type { Meta, StoryObj } from '@storybook/react-vite';
import { InvitedList } from './InvitedList.tsx';

const meta: Meta<typeof InvitedList> = {
  title: 'features/groups/InvitedList',
  component: InvitedList,
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
      { id: 1_002, name: '藤原 菫', canTake: true },
      { id: 1_003, name: 'Maximiliana Konstantinopolitanska-Weber', canTake: true },
      { id: 1_004, name: 'Dewi', canTake: false },
    ],
    faceOf: String,
    onTakeBack() {},
  },
};
export default meta;
type Story = StoryObj<typeof InvitedList>;

/** Two that I may take back, and one that is somebody else's. */
export const Some: Story = {};
export const Nobody: Story = { args: { people: [] } };
export const IndonesianLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
