import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleCommunities } from '#testing/samplePlaces.ts';
import { DiscoverList } from './DiscoverList.tsx';

const nothing = () => undefined;

const meta: Meta<typeof DiscoverList> = {
  title: 'features/communities/DiscoverList',
  component: DiscoverList,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[760px] bg-surface-sunken text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    cards: sampleCommunities,
    isLoading: false,
    hasMore: false,
    problem: undefined,
    query: '',
    topic: undefined,
    sort: 'activity',
    chosenId: sampleCommunities[1]?.c,
    onQuery: nothing,
    onTopic: nothing,
    onSort: nothing,
    onMore: nothing,
    onRetry: nothing,
    onOpen: nothing,
    onNew: nothing,
    onBack: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof DiscoverList>;

export const Filled: Story = {};
export const MoreToCome: Story = { args: { hasMore: true, isLoading: true } };
export const Loading: Story = { args: { cards: undefined, isLoading: true } };
export const Empty: Story = { args: { cards: [] } };
export const NoMatch: Story = { args: { cards: [], query: 'zebra', topic: 'music' } };
export const Offline: Story = {
  args: { cards: undefined, problem: 'The server cannot be reached right now. Nothing is lost; try again later.' },
};
export const NextPageFailed: Story = { args: { hasMore: true, problem: 'The server did not answer in time.' } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const KoreanLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
