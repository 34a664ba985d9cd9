import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, waitFor } from 'storybook/test';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { sampleAlbumPhotos } from '#testing/sampleShelf.ts';
import { PhotoGrid } from './PhotoGrid.tsx';

const photos = sampleAlbumPhotos(9);

const meta: Meta<typeof PhotoGrid> = {
  title: 'features/shelf/PhotoGrid',
  component: PhotoGrid,
  parameters: { plane: 'sunken' },
  args: {
    ...{
      label: 'Borobudur',
      photos,
      source: fakeMediaKit(() => undefined).files,
      isMine: () => false,
      isArranging: false,
    },
    ...{ onOpen: fn(), onMove: fn(), onMore: fn() },
  },
};
export default meta;
type Story = StoryObj<typeof PhotoGrid>;

/** One stop of the Tab key for the photos, with the menu of the chosen one behind it. */
export const Looked: Story = {
  async play({ canvas, args, userEvent }) {
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await expect(canvas.getByRole('button', { name: 'Photo 9 of 9, open' })).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onMore).toHaveBeenCalledWith(photos[8], 8, expect.anything());
  },
};
export const MovedByKeys: Story = {
  args: { isArranging: true },
  async play({ canvas, args, userEvent }) {
    canvas.getByRole('button', { name: 'Photo 1 of 9, move' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(args.onMove).not.toHaveBeenCalled();
    await userEvent.keyboard('{End}');
    await expect(args.onMove).toHaveBeenCalledWith(photos[0]?.p.id, 8);
    await expect(args.onOpen).not.toHaveBeenCalled();
  },
};
const middleOf = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { clientX: x + width / 2, clientY: y + height / 2, button: 0, bubbles: true };
};
export const Dragged: Story = {
  args: { isArranging: true },
  async play({ canvas, args, userEvent }) {
    const [first, , third] = canvas.getAllByRole('button', { name: /, move$/ });
    await fireEvent.pointerDown(first as Element, middleOf(first as Element));
    await fireEvent.pointerMove(document, middleOf(third as Element));
    await waitFor(() => expect(canvas.getAllByRole('listitem')[2]).toHaveAttribute('data-photo', photos[0]?.p.id));
    // Escape puts it back.
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvas.getAllByRole('listitem')[0]).toHaveAttribute('data-photo', photos[0]?.p.id));
    await expect(args.onMove).not.toHaveBeenCalled();
    await fireEvent.pointerDown(first as Element, middleOf(first as Element));
    await fireEvent.pointerMove(document, middleOf(third as Element));
    await fireEvent.pointerUp(document, middleOf(third as Element));
    await expect(args.onMove).toHaveBeenCalledWith(photos[0]?.p.id, 2);
  },
};
export const ArrangedRightToLeft: Story = {
  args: { isArranging: true },
  parameters: { dir: 'rtl' },
  async play({ canvas, args, userEvent }) {
    canvas.getByRole('button', { name: 'Photo 1 of 9, move' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(args.onMove).toHaveBeenCalledWith(photos[0]?.p.id, 1);
  },
};
export const NotLoaded: Story = { args: { source: undefined } };
