import type { Meta, StoryObj } from '@storybook/react-vite';
import { memberState } from '#protocol/entities/memberState.ts';
import { toMemberId } from '#protocol/casts.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleCards, sampleChat } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { InvitationPane } from './InvitationPane.tsx';

const [minori] = sampleCards;
if (!minori) throw new Error('sample people are missing');
const invited = sampleChat({
  id: 2_077,
  title: '週末さんぽ部',
  members: 14,
  me: { st: memberState.invited, by: toMemberId(minori.id), fl: Number.MAX_SAFE_INTEGER },
});

const meta: Meta<typeof InvitationPane> = {
  title: 'features/joining/InvitationPane',
  component: InvitationPane,
  decorators: [
    (Story) => (
      <div className="flex h-[760px] text-ink">
        <Story />
      </div>
    ),
    withServices({ ...sampleSeed, chats: [invited] }, `/chats/${invited.c}`),
  ],
  parameters: { plane: 'none' },
  args: { chatId: invited.c, onBack: () => {} },
};
export default meta;
type Story = StoryObj<typeof InvitationPane>;

export const Usual: Story = {};
export const Offline: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Join' }));
    await canvas.findByText(/cannot be reached/);
  },
};
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
