import type { Meta, StoryObj } from '@storybook/react-vite';
import { ChatInfo } from './ChatInfo.tsx';
import { memberRows } from './memberRows.ts';
import { sampleCards, sampleMe, sampleMember } from '#testing/samplePeople.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';

const nothing = () => {};
const rowsFor = (myRole: number, count: number) =>
  memberRows({
    members: [
      sampleMember(sampleMe.id, myRole),
      ...Array.from({ length: count }, (_, index) =>
        sampleMember(1_002 + index, index === 0 ? memberRole.owner : index === 1 ? memberRole.admin : 0),
      ),
    ],
    me: { kind: chatKind.group, state: memberState.joined, role: myRole, mid: sampleMe.id },
    nameOf: (mid) =>
      sampleCards.find(({ id }) => Number(id) === mid)?.name ?? (mid === sampleMe.id ? sampleMe.name : `Teman ${mid}`),
    language: 'en',
  });

const meta: Meta<typeof ChatInfo> = {
  title: 'features/groups/ChatInfo',
  component: ChatInfo,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="h-[860px] w-panel border-s border-line">
        <Story />
      </div>
    ),
  ],
  args: {
    title: 'Jogja bareng 🛵',
    faceId: '2001',
    subtitle: '7 members',
    choices: {
      isPinned: true,
      mute: 'off',
      mutedUntil: undefined,
      notify: 'all',
      isGroup: true,
      onPin: nothing,
      onMute: nothing,
      onNotify: nothing,
      onHide: nothing,
    },
    members: rowsFor(memberRole.member, 6),
    memberActions: {
      faceOf: String,
      onlineOf: (id) => id === 1_003,
      hrefOf: (id) => `/friends/${id}`,
      follow: () => (event) => event.preventDefault(),
      onAct: nothing,
    },
    profileHref: undefined,
    isOver: false,
    onRename: nothing,
    about: 'Sabtu pagi, Tugu. Helm sendiri, kopi bareng.',
    onAbout: nothing,
    onPicture: nothing,
    onAddPeople: nothing,
    onLeave: nothing,
    onClose: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof ChatInfo>;

export const Member: Story = {};
/** An admin may take out members, but neither the owner nor another admin. */
export const Admin: Story = { args: { members: rowsFor(memberRole.admin, 6) } };
export const Muted: Story = {
  args: {
    choices: {
      isPinned: false,
      mute: 'until',
      mutedUntil: 'Fri, 20:24',
      notify: 'mentions',
      isGroup: true,
      onPin: nothing,
      onMute: nothing,
      onNotify: nothing,
      onHide: nothing,
    },
  },
};
export const Big: Story = {
  args: { members: rowsFor(memberRole.owner, 499), subtitle: '500 members' },
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Show all 500 members' }));
    await canvas.findByRole('searchbox');
    const drawn = canvasElement.querySelectorAll('[data-row]').length;
    if (drawn === 0 || drawn > 60) throw new Error(`${drawn} rows are in the page`);
  },
};
export const Direct: Story = {
  args: {
    title: '青島みのり',
    subtitle: '@minori.ao',
    members: undefined,
    profileHref: '/friends/1002',
    onRename: undefined,
    about: undefined,
    onAbout: undefined,
    onAddPeople: undefined,
    onLeave: undefined,
  },
};
export const Over: Story = {
  args: {
    isOver: true,
    members: [],
    onRename: undefined,
    onAbout: undefined,
    onAddPeople: undefined,
    onLeave: undefined,
  },
};
