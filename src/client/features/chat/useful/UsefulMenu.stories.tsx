import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, screen, spyOn, waitFor } from 'storybook/test';
import { catchCopies, refuseCopies } from '#testing/fakeClipboard.ts';
import { findUseful } from '#client/parts/useful/findUseful.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { UsefulMenu } from './UsefulMenu.tsx';

type StageProps = {
  text: string;
  isOwn: boolean;
  onSay: (words: string, isBad?: boolean) => void;
  onClose: () => void;
};

/** The menu of the first thing in a text that can be used; the text was written on 10 November 2026. */
function Stage({ text, isOwn, onSay, onClose }: StageProps) {
  const look = useSampleLook();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const at = new Date(2026, 10, 10, 12).getTime();
  const item: FeedItem = { ...sampleLine('group', isOwn ? 'group picture' : '車票錢'), key: 'useful', text, at };
  const [useful] = findUseful(text, at);
  return (
    <>
      <p className="flex" lang="und">
        <span ref={setAnchor} className={isOwn ? 'ms-auto' : undefined}>
          {text}
        </span>
      </p>
      {anchor && useful && (
        <UsefulMenu {...{ useful, anchor, item, onClose }} look={{ ...look, on: { ...look.on, say: onSay } }} />
      )}
    </>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chat/UsefulMenu',
  component: Stage,
  parameters: { plane: 'sunken' },
  args: { text: 'Review on 14 November, 17:42', isOwn: false, onSay: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** The file has the moment that the menu names, and the words of the message. */
export const Moment: Story = {
  async play({ args, userEvent }) {
    const files = spyOn(URL, 'createObjectURL');
    await expect(await screen.findByRole('menu', { name: '14 November, 17:42' })).toBeVisible();
    const entry = screen.getByRole('menuitem', { name: /^Add to calendar/ });
    await expect(entry).toHaveTextContent(/Saturday.*14.*2026.*17:42/);
    await userEvent.click(entry);
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith('Calendar file saved'));
    await expect(args.onClose).toHaveBeenCalled();
    const file = files.mock.calls[0]?.[0] as Blob;
    const start = new Date(2026, 10, 14, 17, 42).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    await expect(await file.text()).toContain(`DTSTART:${start}`);
    await expect(await file.text()).toContain('SUMMARY:Review on 14 November\\, 17:42');
  },
};
/** Of a whole day no time is told. */
export const WholeDay: Story = {
  args: { text: 'Review on 14 November' },
  async play({ args, userEvent }) {
    const written = catchCopies();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy date' }));
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith('Copied'));
    await expect(written).toEqual([expect.stringMatching(/2026$/)]);
  },
};
export const NotCopied: Story = {
  async play({ args, userEvent }) {
    refuseCopies();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy date' }));
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith(expect.stringMatching(/^Could not be copied/), true));
  },
};
/** The map is a page of others: it opens after the question about it, not before. */
export const Address: Story = {
  args: { text: '221B Baker Street' },
  async play({ args, userEvent }) {
    const opened = spyOn(globalThis, 'open').mockImplementation(() => null);
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Open map' }));
    await screen.findByText('Open openstreetmap.org?');
    await expect(args.onClose).not.toHaveBeenCalled();
    await expect(opened).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    const map = 'https://www.openstreetmap.org/search?query=221B%20Baker%20Street';
    await expect(opened.mock.calls).toEqual([[map, '_blank', 'noopener,noreferrer']]);
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
export const MapRefused: Story = {
  args: { text: '221B Baker Street' },
  async play({ args, userEvent }) {
    const opened = spyOn(globalThis, 'open').mockImplementation(() => null);
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Open map' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(opened).not.toHaveBeenCalled();
  },
};
/** By keyboard: the first entry has the focus, and Escape leaves everything as it was. */
export const OwnByKeyboard: Story = {
  args: { text: 'Jl. Melati No. 7', isOwn: true },
  async play({ args, userEvent }) {
    const map = await screen.findByRole('menuitem', { name: 'Open map' });
    await waitFor(() => expect(map).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    await expect(screen.getByRole('menuitem', { name: 'Copy address' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(args.onClose).toHaveBeenCalled();
    await expect(args.onSay).not.toHaveBeenCalled();
  },
};
export const JapanesePhone: Story = {
  args: { text: '〒150-0041 東京都渋谷区神南1-19-11' },
  globals: { language: 'ja', viewport: { value: 'phone' } },
  async play({ args, userEvent }) {
    const written = catchCopies();
    await userEvent.click(await screen.findByRole('menuitem', { name: '住所をコピー' }));
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith('コピーしました'));
    await expect(written).toEqual([args.text]);
  },
};
export const LargeTextRightToLeft: Story = { parameters: { textScale: 1.4, dir: 'rtl' } };
