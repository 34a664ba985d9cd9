import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { memberRole } from '#protocol/entities/memberState.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { FakeAnswers } from '#testing/fakeServices.ts';
import { jogja, sampleChats, sampleSeed } from '#testing/sampleChats.ts';
import { sampleAudit, sampleCase, sampleHeld, sampleRules, sampleTrial } from '#testing/sampleModeration.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ModerationPane } from './ModerationPane.tsx';

const [group] = sampleChats;
if (!group) throw new Error('sample chats are missing');
const owned = { ...group, me: { ...group.me, ro: memberRole.owner } };
const answers: FakeAnswers = {
  'moderation.get': () => ({ ok: true, data: { config: sampleRules, v: 1, set: {}, hits: [] } }),
  'moderation.try': () => ({ ok: true, data: sampleTrial }),
  'held.list': () => ({ ok: true, data: { items: sampleHeld } }),
  'report.list': () => ({ ok: true, data: { items: [sampleCase] } }),
  'audit.list': () => ({ ok: true, data: { items: sampleAudit } }),
  'appeal.list': () => ({
    ok: true,
    data: {
      items: [
        {
          id: '1',
          u: toMemberId(1_004),
          x: 'I did not know the rule, sorry.',
          at: sampleNow,
          st: 1,
          until: sampleNow + 3_600_000,
        },
      ],
    },
  }),
  'members.left': () => ({
    ok: true,
    data: {
      left: [{ u: toMemberId(1_006), st: 4, at: sampleNow - 3_600_000 }],
      muted: [{ u: toMemberId(1_004), until: sampleNow + 3_600_000 }],
      banned: [{ u: toMemberId(1_008), at: sampleNow - 90_000_000 }],
    },
  }),
};
const seed = { ...sampleSeed, chats: [owned, ...sampleChats.slice(1)], answers };
const empty: FakeAnswers = {
  ...answers,
  'moderation.get': () => ({ ok: true, data: { config: { phrases: [], allow: [] }, v: 0, set: {}, hits: [] } }),
  'held.list': () => ({ ok: true, data: { items: [] } }),
  'report.list': () => ({ ok: true, data: { items: [] } }),
  'audit.list': () => ({ ok: true, data: { items: [] } }),
  'appeal.list': () => ({ ok: true, data: { items: [] } }),
  'members.left': () => ({ ok: true, data: { left: [], muted: [], banned: [] } }),
};

/** A server on which another admin adds a phrase right after this one looked. */
function overtaken(): FakeAnswers {
  const lotto = { x: 'lotto', m: 'word', do: 'hide' } as const;
  let [config, v] = [sampleRules, 1];
  return {
    ...answers,
    'moderation.get': () => ({ ok: true, data: { config, v, set: {}, hits: [] } }),
    'moderation.set': (input) => {
      if (v === 1) {
        [config, v] = [{ ...sampleRules, phrases: [...sampleRules.phrases, lotto] }, 2];
        return { ok: false, code: 'STALE' };
      }
      config = input.config ?? config;
      return { ok: true, data: { r: 1 } };
    },
  };
}

const meta: Meta<typeof ModerationPane> = {
  title: 'features/moderation/ModerationPane',
  component: ModerationPane,
  decorators: [
    (Story) => (
      <div className="h-[860px] text-ink">
        <Story />
      </div>
    ),
    withServices(seed, `/chats/${jogja}/moderation`),
  ],
  parameters: { plane: 'none' },
  args: { chatId: jogja, tab: undefined },
};
export default meta;
type Story = StoryObj<typeof ModerationPane>;

export const Filter: Story = { args: { tab: 'filter' } };
/** A phrase is tried before it acts; the button names the act. */
export const FilterTried: Story = {
  args: { tab: 'filter' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Word or phrase'), 'かんたん副業');
    await userEvent.click(canvas.getByRole('button', { name: 'Try it' }));
    await canvas.findByText('Would have caught 14 messages');
    await canvas.findByRole('button', { name: 'Hold from now on' });
  },
};
/** Somebody else changed the rules meanwhile: mine go on top of them, or not at all. */
export const FilterOvertaken: Story = {
  args: { tab: 'filter' },
  parameters: { seed: { ...seed, answers: overtaken() } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove “gg”' }));
    await canvas.findByText('Somebody else changed the rules meanwhile.');
    await canvas.findByText('lotto');
    await userEvent.click(canvas.getByRole('button', { name: 'Put my change on top' }));
    await waitFor(() => expect(canvas.queryByText('Somebody else changed the rules meanwhile.')).toBeNull());
    await expect(canvas.queryByText('gg')).toBeNull();
    await expect(canvas.getByText('lotto')).toBeVisible();
  },
};
export const FilterEmpty: Story = { args: { tab: 'filter' }, parameters: { seed: { ...seed, answers: empty } } };
export const Held: Story = { args: { tab: 'held' } };
export const HeldEmpty: Story = { args: { tab: 'held' }, parameters: { seed: { ...seed, answers: empty } } };
export const Reports: Story = { args: { tab: 'reports' } };
export const ReportsEmpty: Story = { args: { tab: 'reports' }, parameters: { seed: { ...seed, answers: empty } } };
export const Audit: Story = { args: { tab: 'audit' } };
export const Members: Story = { args: { tab: 'members' } };
export const MembersEmpty: Story = { args: { tab: 'members' }, parameters: { seed: { ...seed, answers: empty } } };
/** Without a network it says so and offers another try. */
export const NoNetwork: Story = { args: { tab: 'held' }, parameters: { seed: { ...seed, answers: {} } } };
/** An ordinary member who came by a link. */
export const NotMine: Story = {
  parameters: { seed: { ...seed, chats: [{ ...group, me: { ...group.me, ro: memberRole.member } }] } },
};
export const PhoneMenu: Story = { parameters: { width: 360 } };
export const PhoneHeld: Story = { args: { tab: 'held' }, parameters: { width: 360 } };
export const Japanese: Story = { args: { tab: 'filter' }, globals: { language: 'ja' } };
export const IndonesianLargeText: Story = {
  args: { tab: 'reports' },
  parameters: { width: 360, textScale: 1.4 },
  globals: { language: 'id' },
};
