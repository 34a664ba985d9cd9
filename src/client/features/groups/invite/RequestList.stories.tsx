import type { Meta, StoryObj } from '@storybook/react-vite';
import { RequestList } from './RequestList.tsx';

const requests = [
  {
    id: 1,
    faceId: 'c4',
    name: 'ミルク壜',
    handle: 'milkbin',
    since: '28 Nov 2026, 19:07',
    note: '三本目で裏蓋を開けました。光も思い出ということにしました。',
  },
  { id: 2, faceId: '2', name: 'Bocor Halus', handle: undefined, since: '28 Nov 2026, 17:21', note: undefined },
  { id: 3, faceId: '3', name: 'x'.repeat(40), handle: 'x'.repeat(30), since: '27 Nov 2026', note: 'y'.repeat(500) },
];

const meta: Meta<typeof RequestList> = {
  title: 'features/groups/RequestList',
  component: RequestList,
  decorators: [
    (Story) => (
      <div className="max-w-110 p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    question: 'Which film did you shoot last, and what went wrong?',
    requests,
    busyIds: new Set(),
    onDecide: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof RequestList>;

export const Several: Story = {};
export const WithoutAQuestion: Story = { args: { question: undefined, requests: requests.slice(0, 1) } };
export const Deciding: Story = { args: { busyIds: new Set([1]) } };
export const Phone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
