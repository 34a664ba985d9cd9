import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import type { Mem } from '#protocol/entities/members.ts';
import { sampleMembers } from '#testing/samplePlaces.ts';
import { MemberBrowser } from './MemberBrowser.tsx';

const members = sampleMembers(400);
/** Those who lead and moderate stand first, everybody else by name. */
const staff = 16;
const letters = members
  .map(({ nn = '' }, place) => [nn.slice(0, 1).toLowerCase(), place] as const)
  .filter(([letter, place], _index, all) => place >= staff && all[place - 1]?.[0] !== letter);

type StageProps = {
  /** members from here on are still being fetched */
  known: number;
  total: number | undefined;
  isPicking: boolean;
  query: string;
  found: readonly Mem[] | undefined;
  problem: string | undefined;
  onPress: (member: Mem) => void;
  onLook: (from: number, to: number) => void;
  onRetry: () => void;
};

/** The list as a panel holds it, with what is typed and who is chosen. */
function Stage({ known, isPicking, query: begin, onPress, ...more }: StageProps) {
  const [query, setQuery] = useState(begin);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Mem>>(new Map());
  return (
    <div className="flex h-[560px] flex-col bg-surface">
      <MemberBrowser
        {...more}
        memberAt={(place) => (place < known ? members[place] : undefined)}
        staff={staff}
        myId={members[2]?.u}
        letters={letters}
        query={query}
        onQuery={setQuery}
        chosen={isPicking ? chosen : undefined}
        onPress={(member) => {
          onPress(member);
          if (isPicking) setChosen((before) => new Map(before).set(member.u, member));
        }}
      />
    </div>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/communities/MemberBrowser',
  component: Stage,
  parameters: { width: 340 },
  args: {
    ...{ known: 400, total: 400, isPicking: false, query: '', found: undefined, problem: undefined },
    ...{ onPress: fn(), onLook: fn(), onRetry: fn() },
  },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** One tab stop for the list and one for the letters; only what is in sight is drawn and asked for. */
export const ByKeyboard: Story = {
  async play({ args, canvas, userEvent }) {
    const search = await canvas.findByRole('searchbox', { name: 'Search members' });
    await waitFor(() => expect(args.onLook).toHaveBeenCalled());
    await expect(canvas.getAllByRole('option').length).toBeLessThan(60);
    await userEvent.click(search);
    await userEvent.keyboard('{ArrowDown}');
    const first = await canvas.findByRole('option', { name: /Owner/ });
    await waitFor(() => expect(first).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onPress).toHaveBeenLastCalledWith(members[1]);
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(canvas.getByRole('option', { name: '낡은 셔터 399' })).toHaveFocus());
    await userEvent.keyboard('{Home}{ArrowUp}');
    await waitFor(() => expect(search).toHaveFocus());
  },
};
/** A letter leads to where its names begin, by press and by typing it in the list. */
export const ByLetter: Story = {
  async play({ canvas, userEvent }) {
    const bar = await canvas.findByRole('toolbar', { name: 'Jump to a letter' });
    await expect(bar).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Names from S on' }));
    await expect(await canvas.findByRole('option', { name: 'Senja 216' })).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('button', { name: 'Names from カ on' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByRole('option', { name: 'カメラ 256' })).toBeVisible();
  },
};
/** What is not here yet keeps its place. */
export const Arriving: Story = {
  args: { known: 6 },
  async play({ args, canvas, userEvent }) {
    const [waiting] = await canvas.findAllByRole('option', { name: 'Loading members' });
    if (waiting) await userEvent.click(waiting);
    await expect(args.onPress).not.toHaveBeenCalled();
  },
};
export const NothingYet: Story = { args: { total: undefined } };
export const Unreachable: Story = {
  args: { total: undefined, problem: 'The server cannot be reached right now. Nothing is lost; try again later.' },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
export const Found: Story = { args: { query: 'senja', found: members.slice(230, 233) } };
export const FoundNobody: Story = {
  args: { query: 'a name that nobody in this community has', found: [] },
  async play({ canvas }) {
    await expect(await canvas.findByText(/^No member called/)).toBeVisible();
  },
};
/** Several are being chosen: each row is a tick. */
export const Picking: Story = {
  args: { isPicking: true },
  async play({ canvas, userEvent }) {
    const option = await canvas.findByRole('option', { name: /^Lampu Merah/ });
    await userEvent.click(option);
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await expect(canvas.getByRole('listbox')).toHaveAttribute('aria-multiselectable', 'true');
  },
};
export const KoreanLargeTextPhone: Story = {
  args: { isPicking: true },
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
