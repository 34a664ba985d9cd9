import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { filmPelan, samplePeek } from '#testing/samplePlaces.ts';
import { CommunityInfo } from './CommunityInfo.tsx';

const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);

const meta: Meta<typeof CommunityInfo> = {
  title: 'features/communities/CommunityInfo',
  component: CommunityInfo,
  decorators: [
    (Story) => (
      <div className="flex h-[760px] w-panel max-w-full flex-col border-e border-line text-ink">
        <Story />
      </div>
    ),
  ],
  parameters: { plane: 'none' },
  args: {
    title: samplePeek.card.title,
    faceId: String(filmPelan),
    about: samplePeek.card.about,
    rules: samplePeek.rules,
    facts: { members: 4_962, cap: 5_000, online: 812, join: 'open', topic: 'hobbies', days: 180, slow: 30 },
    me: { face: '70001', name: 'Lampu Merah', role: 'member' },
    isOver: false,
    choices: 'What I set for myself stands here.',
    onMembers: fn(),
    onName: fn(),
    onLeave: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof CommunityInfo>;

export const Member: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'My name and picture here' }));
    await expect(args.onName).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 4,962 members' }));
    await expect(args.onMembers).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Leave the community' }));
    await expect(args.onLeave).toHaveBeenCalledOnce();
  },
};
/** The owner has a tag, the first room to make, decisions that wait, and can end it. */
export const Owner: Story = {
  args: {
    me: { face: '70000', name: 'Senja', role: 'owner' },
    acts: 'What waits for a decision of mine stands here.',
    onNewRoom: fn(),
    onEnd: fn(),
  },
  async play({ args, canvas, userEvent }) {
    await canvas.findByText('Owner');
    await userEvent.click(canvas.getByRole('button', { name: 'New room' }));
    await expect(args.onNewRoom).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Close the community' }));
    await expect(args.onEnd).toHaveBeenCalledOnce();
  },
};
/** My name is not on this device yet, and nobody has written anything about the place. */
export const NothingSaid: Story = {
  args: { me: undefined, about: undefined, rules: undefined, facts: { members: 1, cap: 5, join: 'closed' } },
};
/** I am not in it any more: what it is stays to be read. */
export const Over: Story = {
  args: { isOver: true, isClosed: true, onLeave: undefined },
  async play({ canvas }) {
    await canvas.findByText('You are not in this community any more.');
    // One reason is enough.
    await expect(canvas.queryByText('This community was closed')).toBeNull();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const Closed: Story = { args: { isClosed: true } };
/** Words without a place to break. */
export const ChineseLargeTextPhone: Story = {
  args: {
    title: '巷口讀書會：一個月一本，讀不完也可以來聽 — weaving, mending and dyeing',
    about: long,
    rules: `${long}\n請勿轉貼他人照片，也請不要在這裡做買賣`,
    me: { face: '70001', name: '낡은 셔터와 느린 오후, 카메라 하나', role: 'moderator' },
  },
  parameters: { textScale: 1.4 },
  globals: { language: 'zh-TW', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = {
  args: { title: 'نادي القراءة', about: 'كتاب كل شهر', me: { face: '70001', name: 'Lampu Merah', role: 'admin' } },
  parameters: { dir: 'rtl' },
};
