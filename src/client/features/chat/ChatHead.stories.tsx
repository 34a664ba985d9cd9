import type { Meta, StoryObj } from '@storybook/react-vite';
import { within } from 'storybook/test';
import { toUserId } from '#protocol/casts.ts';
import { ServicesContext } from '#client/context.ts';
import { createFakeServices } from '#testing/fakeServices.ts';
import { sampleChats, sampleSeed } from '#testing/sampleChats.ts';
import { sampleChat, sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ChatHead } from './ChatHead.tsx';

const nothing = () => {};
const [group, minori] = sampleChats;
const away = createFakeServices(sampleSeed);
away.stores.people.setState({
  presence: new Map([[toUserId(1_002), { state: 0, seen: sampleNow - 50 * 60_000 }]]),
});

const meta: Meta<typeof ChatHead> = {
  title: 'features/chat/ChatHead',
  component: ChatHead,
  decorators: [withServices(sampleSeed)],
  parameters: { plane: 'none' },
  args: {
    chat: group,
    title: 'Jogja bareng 🛵',
    memberCount: 14,
    backHref: '/chats',
    onBack: nothing,
    onInfo: nothing,
    isInfoOpen: false,
  },
};
export default meta;
type Story = StoryObj<typeof ChatHead>;

export const Group: Story = {};
export const InfoOpen: Story = { args: { isInfoOpen: true } };
export const HereNow: Story = { args: { chat: minori, title: '青島みのり', memberCount: undefined } };
export const Away: Story = {
  args: HereNow.args ?? {},
  decorators: [
    (Story) => (
      <ServicesContext value={away}>
        <Story />
      </ServicesContext>
    ),
  ],
  async play({ canvas }) {
    await canvas.findByText(/^last here/);
  },
};
/** The cache was not read yet: nothing is known but the place. */
export const Loading: Story = { args: { chat: undefined, title: 'Group', memberCount: undefined, onInfo: undefined } };
export const PhoneLongTitle: Story = {
  args: { title: 'Launch — Q3 field research and everything that comes after it', memberCount: 431 },
  globals: { viewport: { value: 'phone' } },
};
export const KoreanLargeText: Story = {
  args: { title: '주말 사진 산책 모임' },
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { title: 'رحلة إلى الجبل' }, parameters: { dir: 'rtl' } };
/** The menu of a chat that is quiet and pinned already. */
export const Menu: Story = {
  args: { chat: sampleChat({ id: 2_001, title: 'Jogja', me: { pin: 1, mu: sampleNow + 3_600_000 } }) },
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'More about this chat' }));
    await within(canvasElement.ownerDocument.body).findByRole('menuitem', { name: 'Unmute' });
  },
};
