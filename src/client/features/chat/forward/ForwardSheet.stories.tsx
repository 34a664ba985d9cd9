import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, within } from 'storybook/test';
import { withToggled, type ShareTarget } from '#domain/shareTargets.ts';
import { toChatId } from '#protocol/casts.ts';
import { ForwardSheet, type ForwardSheetProps } from './ForwardSheet.tsx';

const target = (id: number, title: string, more: Partial<ShareTarget> = {}): ShareTarget => ({
  ...{ key: `c${id}`, to: { c: toChatId(id) }, kind: 'group', title, face: String(id) },
  ...{ members: 5, isOnline: false, lock: undefined, ...more },
});
const targets = {
  recent: [
    target(1, '青島みのり', { kind: 'direct', members: undefined, isOnline: true }),
    target(2, 'Jogja bareng 🛵', { members: 14 }),
    target(3, '週末さんぽ部'),
  ],
  communities: [target(4, 'Film Pelan · 慢速底片', { kind: 'community', members: undefined })],
  people: [],
};

type StageProps = Omit<
  ForwardSheetProps,
  'targets' | 'chosen' | 'onToggle' | 'words' | 'onWords' | 'isNamed' | 'onNamed'
>;

/** What is chosen and written is held as its caller holds it. */
function Stage(props: StageProps) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ShareTarget>>(new Map());
  const [words, setWords] = useState('');
  const [isNamed, setNamed] = useState(true);
  return (
    <ForwardSheet
      {...props}
      {...{ targets, chosen, words, isNamed }}
      onToggle={(one) => setChosen((before) => withToggled(before, one, props.max))}
      onWords={setWords}
      onNamed={setNamed}
    />
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/ForwardSheet',
  component: Stage,
  args: { count: 1, line: 'Sudah kupesan 14 kursi, satu gerbong semua 🚃', max: 20, onSend: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const sheetOf = (element: HTMLElement) => within(within(element.ownerDocument.body).getByRole('dialog'));

export const Nothing: Story = {
  async play({ canvasElement, args, userEvent }) {
    const sheet = sheetOf(canvasElement);
    await expect(sheet.getByRole('button', { name: 'Choose a chat' })).toBeDisabled();
    await userEvent.click(sheet.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalled();
  },
};
/** With as many as it takes, no other can be chosen; one of them can be taken back. */
export const Full: Story = {
  args: { max: 2 },
  async play({ canvasElement, args, userEvent }) {
    const sheet = sheetOf(canvasElement);
    const [first, second, third] = await sheet.findAllByRole('checkbox');
    await userEvent.click(first as HTMLElement);
    await userEvent.click(second as HTMLElement);
    await expect(third).toBeDisabled();
    await userEvent.click(first as HTMLElement);
    await expect(third).toBeEnabled();
    await userEvent.click(sheet.getByRole('button', { name: 'Forward to 1 chat' }));
    await expect(args.onSend).toHaveBeenCalledOnce();
  },
};
export const Busy: Story = { args: { isBusy: true } };
export const Failed: Story = {
  args: { problem: 'This device could not keep it.' },
  async play({ canvasElement }) {
    await expect(sheetOf(canvasElement).getByText('This device could not keep it.')).toBeVisible();
  },
};
export const SeveralJapanesePhone: Story = {
  args: { count: 12, line: undefined },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
