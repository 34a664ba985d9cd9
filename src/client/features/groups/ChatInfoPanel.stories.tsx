import type { Meta, StoryObj } from '@storybook/react-vite';
import { memberState } from '#protocol/entities/memberState.ts';
import { toChatId } from '#protocol/casts.ts';
import { jogja, sampleChats, sampleSeed } from '#testing/sampleChats.ts';
import { sampleChat, sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ChatInfoPanel } from './ChatInfoPanel.tsx';

const [group] = sampleChats;
if (!group) throw new Error('sample chats are missing');
const left = sampleChat({ id: 2_030, title: 'Launch — Q3 field research', me: { st: memberState.left } });
const muted = { ...group, me: { ...group.me, mu: sampleNow + 8 * 3_600_000, nt: 1 } };

const meta: Meta<typeof ChatInfoPanel> = {
  title: 'features/groups/ChatInfoPanel',
  component: ChatInfoPanel,
  decorators: [
    (Story) => (
      <div className="h-[860px] w-panel border-s border-line text-ink">
        <Story />
      </div>
    ),
    withServices(sampleSeed, `/chats/${jogja}`),
  ],
  parameters: { plane: 'none' },
  args: { chatId: jogja, onClose: () => {} },
};
export default meta;
type Story = StoryObj<typeof ChatInfoPanel>;

export const Group: Story = {};
export const Direct: Story = { args: { chatId: toChatId(2_002) } };
export const Muted: Story = { parameters: { seed: { ...sampleSeed, chats: [muted] } } };
export const NotInItAnyMore: Story = {
  args: { chatId: left.c },
  parameters: { seed: { ...sampleSeed, chats: [left] } },
};
/** Nobody's card has arrived yet. */
export const UnknownPeople: Story = { parameters: { seed: { ...sampleSeed, users: [], contacts: [] } } };
/** A choice shows at once, without a network. */
export const Unpinned: Story = {
  async play({ canvas, userEvent }) {
    const pin = await canvas.findByRole('switch', { name: /Pin to the top/ });
    await userEvent.click(pin);
    if (pin.ariaChecked !== 'false') throw new Error('the pin is still in');
  },
};
/** The question is loaded on the first press. */
export const AskingToLeave: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Leave the group' }));
    await canvas.findByRole('alertdialog');
  },
};
export const IndonesianLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
export const DirectRightToLeft: Story = { ...Direct, parameters: { dir: 'rtl' } };
