import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectList } from './ConnectList.tsx';

const rows = [
  { key: '1', faceId: '11', name: '底片貓', place: 'Film Pelan 慢速底片' },
  { key: '2', faceId: '12', name: 'Fern', place: 'Walks on low hills that nobody else wants to climb' },
];

const meta: Meta<typeof ConnectList> = {
  title: 'features/contacts/ConnectList',
  component: ConnectList,
  decorators: [
    (Story) => (
      <div className="w-[340px] p-2 text-ink">
        <Story />
      </div>
    ),
  ],
  args: { rows, busyKey: undefined, problem: undefined, onAnswer: () => undefined },
};
export default meta;
type Story = StoryObj<typeof ConnectList>;

export const Two: Story = {};
export const Busy: Story = { args: { busyKey: '1' } };
export const Gone: Story = { args: { rows: [], problem: 'This question is not there any more.' } };
export const IndonesianLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
