import type { Meta, StoryObj } from '@storybook/react-vite';
import { memberRole } from '#protocol/entities/memberState.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleCards, sampleChat, sampleMe } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { GroupDialogs } from './GroupDialogs.tsx';
import type { MemberRow } from './memberRows.ts';

const rows = (myRole: MemberRow['role']): MemberRow[] => [
  { id: sampleMe.id, name: sampleMe.name, role: myRole, isMe: true, can: [] },
  ...sampleCards.slice(0, 4).map(({ id, name }) => ({ id, name, role: 'member' as const, isMe: false, can: [] })),
];
const title = '週末さんぽ部';
const [, minori] = rows('member');
if (!minori) throw new Error('sample people are missing');

/** The questions about a group. The fake server refuses like a dead network unless told otherwise. */
const meta: Meta<typeof GroupDialogs> = {
  title: 'features/groups/GroupDialogs',
  component: GroupDialogs,
  decorators: [withServices(sampleSeed)],
  args: {
    question: { kind: 'rename' },
    chat: sampleChat({ id: 2_009, title, members: 5, role: memberRole.owner }),
    title,
    members: rows('member'),
    onClose: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof GroupDialogs>;

/** Presses the button that does it, then waits for the words of the refusal. */
const press =
  (name: string, words?: RegExp): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name }));
    if (words) await canvas.findByText(words);
  };

export const Rename: Story = {};
export const RenameOffline: Story = { play: press('Save', /cannot be reached/) };
export const Picture: Story = { args: { question: { kind: 'picture' } } };
export const Add: Story = { args: { question: { kind: 'add' } } };
export const Leave: Story = { args: { question: { kind: 'leave' } } };
export const LeaveAsOwner: Story = { args: { question: { kind: 'leave' }, members: rows('owner') } };
export const Leaving: Story = {
  args: { question: { kind: 'leave' } },
  parameters: { seed: { answers: { 'chat.leave': () => new Promise(() => {}) } } },
  play: press('Leave the group'),
};
export const Remove: Story = { args: { question: { kind: 'member', action: 'remove', member: minori } } };
export const RemoveRefused: Story = {
  args: { question: { kind: 'member', action: 'remove', member: minori } },
  parameters: { seed: { answers: { 'chat.kick': () => ({ ok: false, code: 'FORBIDDEN' }) } } },
  play: press('Remove', /not allowed/),
};
export const LeaveQuietly: Story = {
  args: { question: { kind: 'leave' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: /quietly/ }));
  },
};
export const LeaveAsOwnerOfACommunity: Story = {
  args: {
    question: { kind: 'leave' },
    members: rows('owner'),
    chat: { ...sampleChat({ id: 2_009, title, members: 5, role: memberRole.owner }), kind: 3 },
  },
};
export const Connect: Story = {
  args: { ...LeaveAsOwnerOfACommunity.args, question: { kind: 'connect', member: minori } },
  parameters: { seed: { answers: { 'connect.ask': () => ({ ok: true, data: { state: 'asked' } }) } } },
  play: press('Ask to connect', /asked/),
};
export const ConnectTooMany: Story = {
  args: Connect.args ?? {},
  parameters: { seed: { answers: { 'connect.ask': () => ({ ok: false, code: 'FULL' }) } } },
  play: press('Ask to connect', /as many answers/),
};
export const ConnectMet: Story = {
  args: Connect.args ?? {},
  parameters: { seed: { answers: { 'connect.ask': () => ({ ok: true, data: { state: 'met' } }) } } },
  play: press('Ask to connect', /friends now/),
};
/** Whoever does not want to hand it over can end it for everybody. */
export const CloseInsteadOfLeaving: Story = {
  ...LeaveAsOwnerOfACommunity,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Close it…' }));
    await canvas.findByRole('button', { name: 'Close the community' });
  },
};
export const CloseRefused: Story = {
  args: { ...LeaveAsOwnerOfACommunity.args, question: { kind: 'close' } },
  parameters: { seed: { answers: { 'community.close': () => ({ ok: false, code: 'UNAVAILABLE' }) } } },
  play: press('Close the community', /cannot be reached/),
};
export const Describe: Story = { args: { question: { kind: 'about' } } };
export const MakeAdmin: Story = { args: { question: { kind: 'member', action: 'makeAdmin', member: minori } } };
export const MakeAdminTooEarly: Story = {
  args: { question: { kind: 'member', action: 'makeAdmin', member: minori } },
  parameters: { seed: { answers: { 'chat.role': () => ({ ok: false, code: 'WINDOW', retry: 7_300_000 }) } } },
  play: press('Make admin', /only in 3 hours/),
};
export const HandOver: Story = { args: { question: { kind: 'member', action: 'handOver', member: minori } } };
export const Ban: Story = { args: { question: { kind: 'member', action: 'ban', member: minori } } };
export const Unban: Story = { args: { question: { kind: 'member', action: 'unban', member: minori } } };
export const LeaveLongTitle: Story = {
  args: { question: { kind: 'leave' }, title: 'Launch — Q3 field research and everything that comes after it' },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { args: { question: { kind: 'leave' } }, parameters: { dir: 'rtl' } };
export const Mute: Story = { args: { question: { kind: 'member', action: 'mute', member: minori } } };
const several = { kind: 'removeMany', members: rows('member').slice(1), onDone: () => {} } as const;
export const RemoveSeveral: Story = { args: { question: several } };
/** So many at once wait for a second admin, and it says so. */
export const RemoveSeveralWaits: Story = {
  args: { question: several },
  parameters: { seed: { answers: { 'chat.kick': () => ({ ok: true, data: { r: 1, act: 'a' } }) } } },
  play: press('Remove', /not removed yet/),
};
export const RemoveSeveralWindow: Story = {
  args: { question: several },
  parameters: { seed: { answers: { 'chat.kick': () => ({ ok: false, code: 'WINDOW', retry: 7_200_000 }) } } },
  play: press('Remove', /possible only in 2 hours/),
};
