import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { FeedLine } from './FeedLine.tsx';

type StageProps = { items: readonly FeedItem[] };

function Stage({ items }: StageProps) {
  const look = useSampleLook();
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px]">
      {items.map((item, index) => (
        <FeedLine
          key={item.key}
          item={item}
          look={look}
          place={index + 1}
          total={items.length}
          isActive={index === 0}
          isFound={false}
        />
      ))}
    </div>
  );
}

const happened = (ev: string, more: object = {}): FeedItem => {
  const line = sampleLine('group', 2);
  return { ...line, key: `line ${ev}`, row: line.row && { ...line.row, b: { ev, by: 1_008, ...more } } };
};
const gap: FeedItem = { ...sampleLine('group', 3), key: 'h5', kind: 'hole', seq: undefined, row: undefined, sender: 0 };

const meta: Meta<typeof Stage> = {
  title: 'features/chat/FeedLine',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { items: [sampleLine('group', 'Kereta jam 7')] },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Message: Story = {};
/** Everything that can happen to a group, from the reader's side. */
export const System: Story = {
  args: {
    items: [
      happened('created', { title: 'Jogja bareng 🛵' }),
      happened('added', { who: [1_001] }),
      happened('added ', { ev: 'added', who: [1_002, 1_004, 1_006] }),
      happened('renamed', { title: '慢慢走、慢慢拍：日惹五天四夜的大計畫' }),
      happened('joined', { by: 1_006 }),
      happened('left', { by: 1_005 }),
      happened('removed', { who: [1_009] }),
      happened('owner', { who: [1_001] }),
      happened('something of a later year'),
    ],
  },
};
export const UnreadFromHere: Story = { args: { items: [sampleLine('group', '지하철이라'), sampleLine('group', 11)] } };
export const Gap: Story = { args: { items: [gap] } };
/** A kind of message that only a newer version can show. */
export const Unsupported: Story = { args: { items: [{ ...sampleLine('group', 3), kind: 'unknown', text: '' }] } };
export const Japanese: Story = { args: System.args ?? {}, globals: { language: 'ja' } };
export const IndonesianLargeText: Story = {
  args: { items: [happened('added', { who: [1_002, 1_004, 1_006, 1_007] }), gap] },
  parameters: { width: 360, textScale: 1.4 },
  globals: { language: 'id' },
};
export const RightToLeft: Story = {
  args: { items: [happened('joined', { by: 1_006 }), gap] },
  parameters: { dir: 'rtl' },
};
