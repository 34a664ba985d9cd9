import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { memberState } from '#protocol/entities/memberState.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { filmChat, filmPelan, filmWindow, memberAnswers } from '#testing/samplePlaces.ts';
import { withServices } from '#testing/withServices.tsx';
import { CommunityPanel } from './CommunityPanel.tsx';

const seed: FakeSeed = { chats: [filmChat], windows: [filmWindow], answers: memberAnswers(5_000) };

const meta: Meta<typeof CommunityPanel> = {
  title: 'features/communities/CommunityPanel',
  component: CommunityPanel,
  decorators: [
    (Story) => (
      <div className="h-[760px] w-panel border-e border-line text-ink">
        <Story />
      </div>
    ),
    withServices(seed),
  ],
  parameters: { plane: 'none' },
  args: { chatId: filmPelan, choices: null, onMention: () => undefined, onLeave: fn(), onClose: () => undefined },
};
export default meta;
type Story = StoryObj<typeof CommunityPanel>;

const showMembers: NonNullable<Story['play']> = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('button', { name: /Show all/ }));
};

export const Info: Story = {};
export const Over: Story = {
  parameters: { seed: { ...seed, chats: [{ ...filmChat, me: { ...filmChat.me, st: memberState.left } }] } },
};
/** Its owner has ended it for everybody. */
export const Closed: Story = {
  parameters: {
    seed: {
      ...seed,
      chats: [
        { ...filmChat, meta: { ...filmChat.meta, set: { ...filmChat.meta.set, over: 1_700_000_000_000 as never } } },
      ],
    },
  },
  async play({ canvas }) {
    await canvas.findByText('This community was closed');
  },
};
/** Only what is in sight is in the page; each row says its place among all. */
export const FiveThousandMembers: Story = {
  async play(context) {
    await showMembers(context);
    const { canvas, userEvent } = context;
    const first = await canvas.findByRole('option', { name: /Senja 0/ });
    await expect(first).toHaveAttribute('aria-setsize', '5000');
    await expect(canvas.getAllByRole('option').length).toBeLessThan(40);
    first.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '5000'));
    await canvas.findByRole('option', { name: /낡은 셔터 4999/ });
  },
};
export const JumpToLetter: Story = {
  async play(context) {
    await showMembers(context);
    const { canvas, userEvent } = context;
    await userEvent.click(await canvas.findByRole('button', { name: 'Names from G on' }));
    await canvas.findByRole('option', { name: 'Grain 1016' });
  },
};
export const Searching: Story = {
  async play(context) {
    await showMembers(context);
    const { canvas, userEvent } = context;
    await userEvent.type(await canvas.findByRole('searchbox'), 'lampu m');
    const found = await canvas.findByRole('option', { name: /Lampu Merah/ });
    await expect(found).toHaveAttribute('aria-setsize', '1');
    await userEvent.type(canvas.getByRole('searchbox'), 'zz');
    await canvas.findByText('No member called “lampu mzz”.');
  },
};
/** Those who may remove people choose several at once; who stands above them cannot be chosen. */
export const ChoosingSeveral: Story = {
  args: { removing: { canRemove: ({ ro }) => ro === 0, onRemove: fn() } },
  async play(context) {
    await showMembers(context);
    const { canvas, userEvent, args } = context;
    await userEvent.click(await canvas.findByRole('button', { name: 'Choose several' }));
    await userEvent.type(await canvas.findByRole('searchbox'), 'grain 10');
    await userEvent.click(await canvas.findByRole('option', { name: 'Grain 1016' }));
    await userEvent.click(await canvas.findByRole('option', { name: 'Grain 1017' }));
    await canvas.findByText('2 chosen');
    await userEvent.click(canvas.getByRole('option', { name: 'Grain 1017' }));
    await expect(canvas.getByRole('option', { name: 'Grain 1016' })).toHaveAttribute('aria-selected', 'true');
    await userEvent.clear(canvas.getByRole('searchbox'));
    await userEvent.click(await canvas.findByRole('option', { name: /Senja 0/ }));
    await userEvent.click(canvas.getByRole('button', { name: 'Remove' }));
    await expect(args.removing?.onRemove).toHaveBeenCalledWith([{ id: 71_016, name: 'Grain 1016' }], expect.anything());
  },
};
export const Offline: Story = {
  parameters: { seed: { ...seed, answers: {} } },
  async play(context) {
    await showMembers(context);
    await context.canvas.findByText(/cannot be reached/);
  },
};
export const NameTaken: Story = {
  parameters: {
    seed: {
      ...seed,
      answers: { ...seed.answers, 'community.profile': () => ({ ok: false, code: 'NAME_TAKEN' }) },
    } satisfies FakeSeed,
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'My name and picture here' }));
    const field = await canvas.findByLabelText('Your name here');
    await userEvent.clear(field);
    await userEvent.type(field, 'Senja{Enter}');
    await canvas.findByText(/already has this name/);
  },
};
export const Leaving: Story = {
  async play({ canvas, userEvent, args }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Leave the community' }));
    await expect(args.onLeave).toHaveBeenCalled();
  },
};
/** The owner can also end it. */
export const Ending: Story = {
  args: { onEnd: fn() },
  async play({ canvas, userEvent, args }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Close the community' }));
    await expect(args.onEnd).toHaveBeenCalled();
  },
};
