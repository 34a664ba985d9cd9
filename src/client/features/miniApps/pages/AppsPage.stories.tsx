import type { Meta, StoryObj } from '@storybook/react-vite';
import { oddApps, sampleApps } from '#testing/sampleApps.ts';
import { AppsPage } from './AppsPage.tsx';

const nothing = () => {};
const favourites = [sampleApps[0], sampleApps[6], sampleApps[3], sampleApps[5]];

const meta: Meta<typeof AppsPage> = {
  title: 'features/miniApps/AppsPage',
  component: AppsPage,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[900px] bg-surface-sunken">
        <Story />
      </div>
    ),
  ],
  args: {
    acts: {
      isFavourite: (app) => favourites.some(({ id }) => id === app.id),
      onOpen: nothing,
      onStar: nothing,
      onMenu: nothing,
    },
    recent: sampleApps.slice(0, 9),
    favourites,
    cards: sampleApps,
    isLoading: false,
    hasMore: false,
    problem: undefined,
    asOf: undefined,
    query: '',
    category: undefined,
    onQuery: nothing,
    onCategory: nothing,
    onMore: nothing,
    onAll: nothing,
    onRetry: nothing,
    onArrange: nothing,
    onMenuOfAll: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof AppsPage>;

export const Full: Story = {};
/** Nobody has opened or liked anything. */
export const Newcomer: Story = { args: { recent: [], favourites: [] } };
export const Loading: Story = { args: { recent: [], favourites: [], cards: undefined, isLoading: true } };
export const MorePages: Story = { args: { hasMore: true, isLoading: true } };
export const NothingReleased: Story = { args: { recent: [], favourites: [], cards: [] } };
export const Found: Story = { args: { query: 'bus', cards: [sampleApps[8]] } };
export const NoMatch: Story = { args: { query: 'zeppelin', cards: [] } };
export const EmptyGroup: Story = { args: { category: 'games', cards: [] } };
export const OfflineWithCopy: Story = {
  args: {
    problem: 'No connection right now. Please try again in a moment.',
    asOf: 'Oct 16, 10:24',
    cards: sampleApps.slice(0, 5),
  },
};
export const OfflineWithoutCopy: Story = {
  args: {
    recent: [],
    favourites: [],
    cards: undefined,
    problem: 'No connection right now. Please try again in a moment.',
  },
};
export const Odd: Story = { args: { recent: [...oddApps], favourites: oddApps, cards: oddApps } };
export const JapanesePhone: Story = { globals: { language: 'ja', viewport: { value: 'phone' } } };
export const IndonesianLargeTextPhone: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
