import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleLine } from '#testing/sampleLine.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { VersionsDialog, type VersionsDialogProps } from './VersionsDialog.tsx';

type StageProps = { item: FeedItem; load: VersionsDialogProps['load'] };

function Stage({ item, load }: StageProps) {
  const look = useSampleLook();
  return <VersionsDialog look={look} item={item} load={load} onClose={() => {}} />;
}

const HOUR = 3_600_000;
const bakery = sampleLine('direct', 'In front of the bakery');
const before = [
  { x: 'Saturday at eight?', at: sampleNow - 50 * HOUR },
  { x: '토요일 여덟 시, 역 앞에서', at: sampleNow - 26 * HOUR },
  { x: '土曜の九時に、駅の北口で', at: sampleNow - 2 * HOUR },
];

const meta: Meta<typeof Stage> = {
  title: 'features/chat/VersionsDialog',
  component: Stage,
  args: { item: bakery, load: async () => before.slice(2) },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const sees =
  (text: RegExp): NonNullable<Story['play']> =>
  async ({ canvas }) => {
    await canvas.findByText(text);
  };

export const One: Story = { play: sees(/北口/) };
export const Several: Story = { args: { load: async () => before }, play: sees(/여덟 시/) };
export const Loading: Story = { args: { load: () => new Promise(() => {}) } };
export const Failed: Story = { args: { load: async () => undefined }, play: sees(/did not load/) };
/** Long texts on a small screen: the middle of the dialog scrolls. */
export const VeryLong: Story = {
  args: {
    item: { ...bakery, text: sampleLine('direct', '집에 오는 길').text },
    load: async () => [{ x: sampleLine('direct', '昨日の夜').text, at: sampleNow - HOUR }],
  },
  globals: { viewport: { value: 'phone' } },
};
export const IndonesianLargeText: Story = {
  args: { load: async () => before },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { load: async () => before }, parameters: { dir: 'rtl' } };
