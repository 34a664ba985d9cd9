import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import type { Album } from '#protocol/entities/shelf.ts';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { sampleAlbumPhotos, sampleAlbums, shelfAnswers } from '#testing/sampleShelf.ts';
import { withServices } from '#testing/withServices.tsx';
import { AlbumPane, type AlbumPaneProps } from './AlbumPane.tsx';

function Stage(props: AlbumPaneProps) {
  return (
    <div className="h-[720px] min-w-0">
      <AlbumPane {...props} />
    </div>
  );
}

const [album] = sampleAlbums as [Album, ...Album[]];
const seed = { ...sampleSeed, answers: shelfAnswers };
const withAlbum = (data: { album: Album; items: ReturnType<typeof sampleAlbumPhotos> }) => ({
  seed: { ...seed, answers: { ...shelfAnswers, 'album.get': () => ({ ok: true, data }) } },
});
const meta: Meta<typeof Stage> = {
  title: 'features/shelf/AlbumPane',
  component: Stage,
  args: { chatId: jogja, albumId: album.i, onOpen: fn() },
  decorators: [withServices(seed, `/chats/${jogja}/albums/${album.i}`)],
};
export default meta;
type Story = StoryObj<typeof Stage>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Filled: Story = {
  async play({ canvas, args, userEvent }) {
    const first = await canvas.findByRole('button', { name: 'Photo 1 of 13, open' });
    first.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await expect(args.onOpen).toHaveBeenCalledWith(expect.anything(), 1);
  },
};
export const ArrangedByKeys: Story = {
  async play({ canvas, userEvent }) {
    await canvas.findByRole('button', { name: 'Photo 1 of 13, open' });
    await userEvent.click(canvas.getByRole('button', { name: 'Arrange' }));
    const list = canvas.getByRole('list', { name: album.n });
    const order = () => [...list.children].map((one) => (one as HTMLElement).dataset['photo']);
    const [first, second] = order();
    canvas.getByRole('button', { name: 'Photo 1 of 13, move' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(order().slice(0, 2)).toEqual([second, first]));
    await expect(canvas.getByRole('button', { name: 'Photo 2 of 13, move' })).toHaveFocus();
    await expect(canvas.getByText('Now 2 of 13')).toBeInTheDocument();
  },
};
export const MovedByMenu: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'What to do with: Photo 1 of 13' }));
    await userEvent.click(await page.findByRole('menuitem', { name: 'Move later' }));
    const list = canvas.getByRole('list', { name: album.n });
    await waitFor(() => expect((list.children[1] as HTMLElement).dataset['photo']).toBe(sampleAlbumPhotos(1)[0]?.p.id));
  },
};
export const TakenOut: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'What to do with: Photo 1 of 13' }));
    await userEvent.click(await page.findByRole('menuitem', { name: 'Take out of the album' }));
    await userEvent.click(
      within(await page.findByRole('alertdialog')).getByRole('button', { name: 'Take out of the album' }),
    );
    await waitFor(() => expect(canvas.getByRole('list', { name: album.n }).children).toHaveLength(12));
  },
};
/** An order that the server does not take is the server's again. */
export const MoveRefused: Story = {
  parameters: {
    seed: { ...seed, answers: { ...shelfAnswers, 'album.move': () => ({ ok: false, code: 'FORBIDDEN' }) } },
  },
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'What to do with: Photo 1 of 13' }));
    await userEvent.click(await pageOf(canvasElement).findByRole('menuitem', { name: 'Move later' }));
    const list = canvas.getByRole('list', { name: album.n });
    await waitFor(() => expect((list.children[0] as HTMLElement).dataset['photo']).toBe(sampleAlbumPhotos(1)[0]?.p.id));
  },
};
export const Empty: Story = { parameters: withAlbum({ album: { ...album, k: 0 }, items: [] }) };
export const Offline: Story = {
  parameters: {
    seed: { ...sampleSeed, shelf: { [`album-${album.i}`]: { album, items: sampleAlbumPhotos(5) } } },
  },
  async play({ canvas }) {
    await expect(await canvas.findByText(/^Not connected/)).toBeVisible();
    await expect(canvas.getByRole('list', { name: album.n }).children).toHaveLength(5);
  },
};
/** Nothing was ever loaded: the blurs stand there. */
export const OfflineWithoutFiles: Story = {
  parameters: {
    seed: {
      ...sampleSeed,
      hasNoMedia: true,
      shelf: { [`album-${album.i}`]: { album, items: sampleAlbumPhotos(5) } },
    },
  },
};
export const Gone: Story = {
  parameters: {
    seed: { ...seed, answers: { ...shelfAnswers, 'album.get': () => ({ ok: false, code: 'NOT_FOUND' }) } },
  },
};
export const Many: Story = { parameters: withAlbum({ album: { ...album, k: 400 }, items: sampleAlbumPhotos(400) }) };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
