import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { memberRole } from '#protocol/entities/memberState.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { jogjaWindow } from '#testing/sampleChats.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ChatNotices } from './ChatNotices.tsx';

const said = (text: string) => {
  const row = jogjaWindow.messages.find(({ b }) => String(b?.['x']).includes(text));
  if (!row) throw new Error(`the sample has no ${text}`);
  return row.s;
};
const by = toMemberId(1_004);
const pin = (s: number, more: object = {}) => ({ s, by, at: sampleNow, ...more });

/** The sample group with announcements and removals that wait for me. */
function windowOf(meta: object, role: number = memberRole.member): ChatWindowState {
  const { chat } = jogjaWindow;
  if (!chat) throw new Error('the sample has no chat');
  return {
    ...jogjaWindow,
    chat: { ...chat, me: { ...chat.me, ro: role }, meta: { ...chat.meta, ...meta } as typeof chat.meta },
  };
}

const one = { pins: [pin(said('14 kursi'))] };
const nameOf = () => 'Haneul';

const meta: Meta<typeof ChatNotices> = {
  title: 'features/chat/ChatNotices',
  component: ChatNotices,
  decorators: [
    (Story) => (
      <div className="min-h-[240px] w-[min(640px,100vw)] bg-surface-sunken text-ink">
        <Story />
      </div>
    ),
    withServices({}),
  ],
  parameters: { plane: 'none' },
  args: { state: windowOf(one), nameOf, onJump: fn(), onLook: fn(), onProblem: fn() },
};
export default meta;
type Story = StoryObj<typeof ChatNotices>;

export const Announced: Story = {
  async play({ canvas }) {
    await canvas.findByText(/14 kursi/);
  },
};
/** Most chats: it takes no room. */
export const Nothing: Story = { args: { state: windowOf({}) } };
export const Several: Story = {
  args: { state: windowOf({ pins: [...one.pins, pin(said('車票錢'), { ex: sampleNow + 86_400_000 })] }) },
};
/** The chat itself is not on this device yet. */
export const NotLoaded: Story = { args: { state: { ...jogjaWindow, chat: undefined } } };
/** What was announced is not on this device, and the server does not answer. */
export const TextMissing: Story = { args: { state: windowOf({ pins: [pin(9_001)] }) } };
export const RemovalsWait: Story = {
  args: { state: windowOf({ ...one, wait: 2 }, memberRole.admin) },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Look' }));
    await waitFor(() => expect(args.onLook).toHaveBeenCalledOnce());
  },
};
/** Those who do not lead the chat are not asked. */
export const RemovalsWaitForOthers: Story = { args: { state: windowOf({ wait: 2 }) } };
export const IndonesianLargeTextPhone: Story = {
  args: { state: windowOf({ ...one, wait: 2 }, memberRole.admin) },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
