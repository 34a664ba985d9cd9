import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { sampleCards, sampleMe } from '#testing/samplePeople.ts';
import { MemberList } from './MemberList.tsx';
import type { MemberRow } from './memberRows.ts';

const nothing = () => {};
const everything = ['makeAdmin', 'makeModerator', 'handOver', 'remove', 'ban'] as const;
const member = (id: number, name: string, more: Partial<MemberRow> = {}): MemberRow => ({
  id,
  name,
  role: 'member',
  isMe: false,
  can: [],
  ...more,
});
const me = member(sampleMe.id, sampleMe.name, { isMe: true });
const [first, second, ...others] = sampleCards.map(({ id, name }) => member(id, name));
if (!first || !second) throw new Error('sample people are missing');
const seenByMember = [{ ...first, role: 'owner' } as const, { ...second, role: 'admin' } as const, me, ...others];

const meta: Meta<typeof MemberList> = {
  title: 'features/groups/MemberList',
  component: MemberList,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="flex h-[620px] w-panel flex-col bg-surface text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    members: seenByMember,
    faceOf: String,
    onlineOf: (id) => id === 1_004,
    hrefOf: (id) => `/friends/${id}`,
    follow: () => (event) => event.preventDefault(),
    onAct: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof MemberList>;

export const Member: Story = {};
/** The owner may take out everybody else. */
export const Owner: Story = {
  args: { members: [{ ...me, role: 'owner' }, ...others.map((row) => ({ ...row, can: everything }))] },
};
/** The menu of a member is loaded on the first press. */
export const MenuOpen: Story = {
  args: { members: [{ ...me, role: 'owner' }, ...others.map((row) => ({ ...row, can: everything }))] },
  async play({ canvas, userEvent }) {
    const [button] = await canvas.findAllByRole('button', { name: /^More about/ });
    if (!button) throw new Error('no member has a menu');
    await userEvent.click(button);
    await screen.findByRole('menuitem', { name: 'Hand the group over' });
  },
};
export const OnlyMe: Story = { args: { members: [{ ...me, role: 'owner' }] } };
export const NobodyFound: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), '  senja ');
    await canvas.findByText('No member called “senja”.');
  },
};
/** Typing finds names whatever their accents; the arrow goes on to the list. */
export const Searching: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'みお{ArrowDown}');
    const row = await canvas.findByRole('link', { name: /水野みお/u });
    await waitFor(() => expect(row).toHaveFocus());
  },
};
export const LongNames: Story = {
  args: {
    members: [
      member(1, 'Maximiliana Konstantinopolitanska-Weber', { role: 'moderator', can: everything }),
      member(2, 'Raden Ajeng Widyaningsih Kusumawardhani', { role: 'admin', isMe: true }),
    ],
  },
};
export const JapaneseLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'ja' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
