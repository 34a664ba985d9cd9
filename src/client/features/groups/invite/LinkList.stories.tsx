import type { Meta, StoryObj } from '@storybook/react-vite';
import { LinkList } from './LinkList.tsx';

const nothing = () => {};
const links = [
  { code: 'q2W-8x_LmN0pQrStUvWxYz', by: 'You', until: '5 Dec 2026, 19:21', uses: 0, max: undefined, isRevocable: true },
  { code: 'Ab3dEf6hIj9lMn2pQr5tUv', by: 'Minori Aoshima', until: undefined, uses: 12, max: 50, isRevocable: true },
  { code: 'Zz3dEf6hIj9lMn2pQr5tUv', by: 'Ibu', until: '29 Nov 2026, 08:00', uses: 1, max: 1, isRevocable: false },
];

const meta: Meta<typeof LinkList> = {
  title: 'features/groups/LinkList',
  component: LinkList,
  decorators: [
    (Story) => (
      <div className="max-w-110 p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: { links, shown: links[0]?.code, onShow: nothing, onRevoke: nothing },
};
export default meta;
type Story = StoryObj<typeof LinkList>;

export const Several: Story = {};
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
