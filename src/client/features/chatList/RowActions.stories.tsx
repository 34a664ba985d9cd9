import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { StoredPref } from '#domain/chatFolders.ts';
import { muteForever } from '#domain/muteForever.ts';
import { folderLimits, writeArchive } from '#domain/writeFolders.ts';
import { toChatId } from '#protocol/casts.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { FakeServices } from '#testing/fakeServices.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleChat } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { RowActions, type RowActionsProps } from './RowActions.tsx';

type StageProps = Pick<RowActionsProps, 'title' | 'onQuestion' | 'onClose'> & { id: ChatId; isTouch: boolean };

const used: { services?: FakeServices } = {};
const calls = () => used.services?.calls ?? [];

/** A row with its actions. They stay open, to be seen after a press too. */
function Stage({ id, title, isTouch, onQuestion, onClose }: StageProps) {
  const services = useServices() as FakeServices;
  const chat = useStore(services.stores.chatList, ({ chats }) => chats.get(id));
  const [anchor, setAnchor] = useState<Element | null>(null);
  useEffect(() => {
    used.services = services;
  }, [services]);
  return (
    <>
      <div ref={setAnchor} className="h-18 w-list max-w-full rounded-card bg-hover" />
      {anchor && chat && (
        <RowActions
          chat={chat}
          title={title}
          anchor={isTouch ? null : anchor}
          onQuestion={onQuestion}
          onClose={onClose}
        />
      )}
    </>
  );
}

const jogja = toChatId(2_001);
const quiet = toChatId(2_030);
const marked = toChatId(2_031);
/** As many other chats as the part of the archive takes into which the sample group belongs. */
const crowd = Array.from({ length: folderLimits.archivePart }, (_, index) => toChatId(jogja + 16 * (index + 1)));
const archiveOf = (ids: readonly ChatId[]): StoredPref[] => {
  const [last, ...others] = ids;
  const pref = last === undefined ? undefined : writeArchive(new Set(others), last, true);
  return pref ? [pref] : [];
};

const meta: Meta<typeof Stage> = {
  title: 'features/chatList/RowActions',
  component: Stage,
  decorators: [withServices(sampleSeed)],
  args: { id: jogja, title: 'Jogja bareng 🛵', isTouch: false, onQuestion: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

/** Unread and pinned. Reading goes up to the newest message. */
export const Unread: Story = {
  async play({ args, userEvent }) {
    await screen.findByRole('menuitem', { name: 'Unpin' });
    await userEvent.click(screen.getByRole('menuitem', { name: 'Mark as read' }));
    await waitFor(() => expect(args.onClose).toHaveBeenCalled());
    await expect(calls()).toEqual([{ name: 'markRead', input: { c: jogja, s: 14 } }]);
  },
};
/** Only a mark by hand makes it unread: the mark goes too. */
export const MarkedByHand: Story = {
  args: { id: marked, title: 'Piket 7B' },
  parameters: { seed: { chats: [sampleChat({ id: marked, title: 'Piket 7B', me: { uf: 3 } })] } },
  async play({ userEvent }) {
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Mark as read' }));
    await expect(calls()).toContainEqual({ name: 'setChat', input: { c: marked, set: { unreadFrom: 0 } } });
  },
};
/** Muted for good: the way back also takes off that only mentions are told. */
export const Quiet: Story = {
  args: { id: quiet, title: '週末さんぽ部' },
  parameters: { seed: { chats: [sampleChat({ id: quiet, title: '週末さんぽ部', me: { mu: muteForever } })] } },
  async play({ userEvent }) {
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Unmute' }));
    await expect(calls()).toEqual([{ name: 'setChat', input: { c: quiet, set: { mute: 0, notify: 0 } } }]);
    await screen.findByRole('menuitem', { name: 'Mute' });
  },
};
export const Archived: Story = {
  parameters: { seed: { ...sampleSeed, folderPrefs: archiveOf([jogja]) } },
  async play({ userEvent }) {
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Take out of the archive' }));
    await expect(calls()).toEqual([{ name: 'setPref', input: { key: 'archive.1', val: '""' } }]);
    await screen.findByRole('menuitem', { name: /^Archive/ });
  },
};
/** That the archive takes no more is asked of the list; nothing is stored. */
export const ArchiveFull: Story = {
  parameters: { seed: { ...sampleSeed, folderPrefs: archiveOf(crowd) } },
  async play({ args, userEvent }) {
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Archive/ }));
    await expect(args.onQuestion).toHaveBeenCalledWith({ kind: 'archiveFull' });
    await expect(calls()).toEqual([]);
  },
};
/** Under a finger a sheet. Which folders it is in is asked of the list. */
export const KoreanSheetLargeText: Story = {
  args: { isTouch: true },
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
  async play({ args, userEvent }) {
    await userEvent.click(await screen.findByRole('button', { name: '폴더…' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
    await expect(args.onQuestion).toHaveBeenCalledWith({ kind: 'chat', c: jogja, title: 'Jogja bareng 🛵' });
  },
};
/** Nothing unread, and a name that has no end. */
export const RightToLeft: Story = {
  args: { id: toChatId(2_008), title: 'Launch — Q3 field research and everything after' },
  parameters: { dir: 'rtl' },
  async play({ userEvent }) {
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Mark as unread' }));
    const input = { c: toChatId(2_008), set: { unreadFrom: 9 } };
    await expect(calls()).toEqual([{ name: 'setChat', input }]);
  },
};
