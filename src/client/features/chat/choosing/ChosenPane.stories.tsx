import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, waitFor, within } from 'storybook/test';
import { catchCopies, refuseCopies } from '#testing/fakeClipboard.ts';
import { useServices } from '#client/context.ts';
import { mediaKind } from '#domain/chatTraits.ts';
import { contentLine } from '#testing/contentLine.ts';
import type { FakeServices } from '#testing/fakeServices.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { samplePhoto } from '#testing/sampleMedia.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { useSampleLook } from '#testing/useSampleLook.ts';
import { withServices } from '#testing/withServices.tsx';
import { ChosenPane, type ChosenPaneProps } from './ChosenPane.tsx';

const used: { services?: FakeServices } = {};

function Stage(props: Omit<ChosenPaneProps, 'look'>) {
  const look = useSampleLook();
  const services = useServices() as FakeServices;
  useEffect(() => {
    used.services = services;
  }, [services]);
  return <ChosenPane {...props} look={look} />;
}

const theirs = sampleLine('group', '車票錢');
const own = { ...sampleLine('group', 'group picture'), at: sampleNow - 60_000 };
const photo = contentLine({ k: mediaKind, b: { f: [samplePhoto('merapi')] } });
const meta: Meta<typeof Stage> = {
  title: 'features/chat/ChosenPane',
  component: Stage,
  decorators: [withServices({})],
  args: { items: [theirs, own], isCovered: false, onForward: fn(), onAlbum: fn(), onSay: fn(), onEnd: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const page = (element: HTMLElement) => within(element.ownerDocument.body);

/** A question comes first; giving it up keeps the choice. */
export const Hidden: Story = {
  async play({ canvas, canvasElement, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Delete for me' }));
    const question = () => within(page(canvasElement).getByRole('alertdialog', { name: 'Delete 2 messages for you?' }));
    await userEvent.click(question().getByRole('button', { name: 'Cancel' }));
    await expect(args.onEnd).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: 'Delete for me' }));
    await userEvent.click(question().getByRole('button', { name: 'Delete for me' }));
    await waitFor(() => expect(args.onEnd).toHaveBeenCalledOnce());
    await expect(used.services?.calls).toContainEqual({
      name: 'hideMessages',
      input: { c: 1, seqs: [theirs.seq, own.seq] },
    });
  },
};
/** Only what is one's own, and young enough, can be unsent. */
export const Unsent: Story = {
  args: { items: [own] },
  async play({ canvas, canvasElement, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Unsend' }));
    const question = within(page(canvasElement).getByRole('alertdialog', { name: 'Unsend this message?' }));
    await userEvent.click(question.getByRole('button', { name: 'Unsend' }));
    await waitFor(() => expect(args.onEnd).toHaveBeenCalledOnce());
    await expect(used.services?.calls).toContainEqual({
      name: 'unsendMessage',
      input: { c: 1, message: { s: own.seq } },
    });
  },
};
export const OfOthers: Story = {
  async play({ canvas }) {
    await expect(canvas.getByRole('button', { name: 'Unsend' })).toBeDisabled();
    await expect(canvas.queryByRole('button', { name: 'Add to an album' })).toBeNull();
  },
};
export const WithPhoto: Story = {
  args: { items: [theirs, photo] },
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Add to an album' }));
    await expect(args.onAlbum).toHaveBeenCalledWith([theirs, photo]);
    await expect(args.onEnd).toHaveBeenCalledOnce();
  },
};
export const Escape: Story = {
  async play({ args, userEvent }) {
    await userEvent.keyboard('{Escape}');
    await expect(args.onEnd).toHaveBeenCalledOnce();
  },
};
/** Another layer has the keys. */
export const Covered: Story = {
  args: { isCovered: true },
  async play({ args, userEvent }) {
    await userEvent.keyboard('{Escape}');
    await expect(args.onEnd).not.toHaveBeenCalled();
  },
};
export const Copied: Story = {
  async play({ canvas, args, userEvent }) {
    const written = catchCopies();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(args.onEnd).toHaveBeenCalledOnce());
    await expect(args.onSay).toHaveBeenCalledWith('2 messages copied');
    await expect(written).toHaveLength(1);
  },
};
/** The choice stays, for another try. */
export const NotCopied: Story = {
  async play({ canvas, args, userEvent }) {
    refuseCopies();
    await userEvent.click(canvas.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(args.onSay).toHaveBeenCalledWith(expect.stringMatching(/^Could not be copied/), true));
    await expect(args.onEnd).not.toHaveBeenCalled();
  },
};
