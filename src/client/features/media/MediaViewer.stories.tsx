import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { samplePictures } from '#testing/sampleGallery.ts';
import { samplePhoto, sampleVideo } from '#testing/sampleMedia.ts';
import { sampleCards, sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { MediaViewer, type MediaViewerProps } from './MediaViewer.tsx';
import { viewerItems } from './viewer/viewerItems.ts';

const message = {
  ...{
    s: 3_000,
    u: sampleCards[0]?.id ?? 0,
    at: sampleNow - 3_600_000,
    x: '宿の前の田んぼ。夕方がいちばんきれいでした',
  },
  f: [samplePhoto('sawah'), samplePhoto('pasar'), samplePhoto('lost', { w: 800, h: 1_200 })],
};
const items = viewerItems(message, samplePictures(30));
const last = items.length - 1;

/** Goes through the pictures as its pane would. */
function Walk(props: MediaViewerProps) {
  const [at, go] = useState(props.at);
  return (
    <MediaViewer
      {...props}
      at={at}
      onGo={(next) => {
        props.onGo(next);
        go(next);
      }}
    />
  );
}

const meta: Meta<typeof MediaViewer> = {
  title: 'features/media/MediaViewer',
  component: MediaViewer,
  render: (args) => <Walk {...args} />,
  decorators: [withServices({})],
  args: {
    items,
    at: last - 2,
    onGo: fn(),
    source: fakeMediaKit(fn()).files,
    isOwn: () => false,
    nameOf: (id) => sampleCards.find((card) => (card.id as number) === id)?.name ?? 'Somebody',
    now: sampleNow,
    isSaving: false,
    said: '',
    onSave: fn(),
    onReply: fn(),
    onForward: fn(),
    onJump: fn(),
    onClose: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof MediaViewer>;

const scaleOf = (): number =>
  new DOMMatrix(getComputedStyle(screen.getByRole('img', { name: /^Photo/ }).parentElement as Element).transform).a;

export const First: Story = {
  async play({ args }) {
    await screen.findByRole('img', { name: 'Photo 1 of 3' });
    await userEvent.keyboard('{ArrowRight}');
    await screen.findByRole('img', { name: 'Photo 2 of 3' });
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    // Beyond the message, to what was sent before it.
    await expect(args.onGo).toHaveBeenLastCalledWith(last - 3);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('button', { name: 'Show in the chat' }));
    await expect(args.onJump).toHaveBeenCalledWith(items[last - 2]);
    await userEvent.click(screen.getByRole('button', { name: 'Reply to this' }));
    await expect(args.onReply).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
export const Zoomed: Story = {
  async play() {
    await screen.findByRole('img', { name: 'Photo 1 of 3' });
    await userEvent.keyboard('++');
    await waitFor(() => expect(scaleOf()).toBeCloseTo(2.25, 1));
    await userEvent.keyboard('-');
    await waitFor(() => expect(scaleOf()).toBeCloseTo(1.5, 1));
    await userEvent.keyboard('0');
    await waitFor(() => expect(scaleOf()).toBe(1));
    await userEvent.dblClick(screen.getByRole('img', { name: 'Photo 1 of 3' }));
    await waitFor(() => expect(scaleOf()).toBeCloseTo(2.5, 1));
    // Another picture is whole again.
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(scaleOf()).toBe(1));
  },
};
export const Film: Story = {
  args: { items: viewerItems({ ...message, f: [sampleVideo('jeep')] }, []), at: 0 },
};
export const NotHere: Story = {
  args: { at: last, source: { ...fakeMediaKit(fn()).files, srcOf: () => undefined } },
  async play() {
    await screen.findByText(/not on this device/);
  },
};
export const OnlySmall: Story = {
  args: {
    at: last - 1,
    source: {
      ...fakeMediaKit(fn()).files,
      srcOf: (id, size) => (size === '320' ? fakeMediaKit(fn()).files.srcOf(id, size) : undefined),
    },
  },
  async play() {
    await screen.findByText(/Only a small copy/);
  },
};
export const Said: Story = { args: { said: 'The file could not be fetched. Try again when you are connected.' } };
export const Saving: Story = { args: { isSaving: true } };
/** On its way: it can be looked at and saved, nothing else. */
export const Pending: Story = {
  args: { items: viewerItems({ ...message, s: undefined }, []), at: 0, isOwn: () => true },
  async play() {
    await screen.findByRole('img', { name: 'Photo 1 of 3' });
    await expect(screen.queryByRole('button', { name: 'Forward' })).toBeNull();
  },
};
