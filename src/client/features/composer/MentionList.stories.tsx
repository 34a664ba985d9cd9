import type { Meta, StoryObj } from '@storybook/react-vite';
import { MentionList } from './MentionList.tsx';

const meta: Meta<typeof MentionList> = {
  title: 'features/composer/MentionList',
  component: MentionList,
  decorators: [
    (Story) => (
      <div className="relative mt-80 h-4">
        <Story />
      </div>
    ),
  ],
  args: {
    id: 'people',
    label: 'People to mention',
    people: [
      { mid: 11, name: 'Sari Wulandari', face: '11', handle: 'sari_w' },
      { mid: 12, name: '水野みお', face: '12', handle: 'mio.mizuno' },
      { mid: 13, name: '윤하늘', face: 'c3' },
    ],
    activeIndex: 1,
    readerLang: 'en',
    onPick: () => undefined,
    onHover: () => undefined,
  },
};
export default meta;
type Story = StoryObj<typeof MentionList>;

export const Three: Story = {};
/** For those who may name everybody. */
export const Everyone: Story = {
  args: {
    people: [
      { mid: 0, name: 'everyone', face: '', isAll: true },
      { mid: 11, name: 'Sari Wulandari', face: '11', handle: 'sari_w' },
    ],
  },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const LongName: Story = {
  args: {
    people: [{ mid: 1, name: 'A very long name that hardly fits on one line', face: '1', handle: 'long.handle' }],
  },
};
