import type { Meta, StoryObj } from '@storybook/react-vite';
import { samplePeek } from '#testing/samplePlaces.ts';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import { CommunityPreview } from './CommunityPreview.tsx';

const nothing = () => undefined;
const as = (more: Partial<CommunityPeek>, card: Partial<CommunityPeek['card']> = {}): { peek: CommunityPeek } => ({
  peek: { ...samplePeek, ...more, card: { ...samplePeek.card, ...card } },
});

const meta: Meta<typeof CommunityPreview> = {
  title: 'features/communities/CommunityPreview',
  component: CommunityPreview,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[760px] w-panel border-e border-line text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    peek: samplePeek,
    isMissing: false,
    problem: undefined,
    onRetry: nothing,
    onJoin: nothing,
    onWithdraw: nothing,
    isBusy: false,
    failure: undefined,
    onOpen: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof CommunityPreview>;

export const Open: Story = {};
export const NeedsCode: Story = { args: as({}, { join: 3 }) };
export const NeedsApproval: Story = { args: as({ ask: 'Which camera do you carry?' }, { join: 2 }) };
export const ByInvitation: Story = { args: as({}, { join: 0 }) };
export const Member: Story = { args: as({ me: 'member' }) };
export const PendingJoin: Story = { args: as({ me: 'waiting', nn: 'カメラ' }, { join: 2 }) };
export const CannotTakeBack: Story = {
  args: {
    ...as({ me: 'waiting', nn: 'カメラ' }, { join: 2 }),
    failure: 'The server cannot be reached right now.',
  },
};
export const Declined: Story = {
  args: as({ me: 'refused', again: 1_790_000_000_000 as never }, { join: 2 }),
};
export const Banned: Story = { args: as({ me: 'banned' }) };
export const Full: Story = { args: as({}, { cnt: 5_000 }) };
export const NothingToRead: Story = { args: { peek: { card: { ...samplePeek.card, about: undefined } as never } } };
export const Loading: Story = { args: { peek: undefined } };
export const Missing: Story = { args: { peek: undefined, isMissing: true } };
export const Offline: Story = { args: { peek: undefined, problem: 'The server cannot be reached right now.' } };
export const JapaneseLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'ja' } };
