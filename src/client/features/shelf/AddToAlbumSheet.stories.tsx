import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { mediaIdOf } from '#testing/sampleMedia.ts';
import { sampleAlbums, shelfAnswers } from '#testing/sampleShelf.ts';
import { withServices } from '#testing/withServices.tsx';
import { AddToAlbumSheet } from './AddToAlbumSheet.tsx';

const meta: Meta<typeof AddToAlbumSheet> = {
  title: 'features/shelf/AddToAlbumSheet',
  component: AddToAlbumSheet,
  args: {
    c: jogja,
    places: [
      { s: 4, id: mediaIdOf('one') },
      { s: 9, id: mediaIdOf('two') },
    ],
    onDone: fn(),
    onClose: fn(),
  },
  decorators: [withServices({ ...sampleSeed, answers: shelfAnswers })],
};
export default meta;
type Story = StoryObj<typeof AddToAlbumSheet>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Picked: Story = {
  async play({ canvasElement, args, userEvent }) {
    await userEvent.click(await pageOf(canvasElement).findByRole('button', { name: /夜市/ }));
    await waitFor(() =>
      expect(args.onDone).toHaveBeenCalledWith({
        text: '1 added to “夜市”',
        href: `/chats/${jogja}/albums/${sampleAlbums[1]?.i}`,
      }),
    );
  },
};
export const IntoNewOne: Story = {
  async play({ canvasElement, args, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await page.findByRole('button', { name: 'New album' }));
    await userEvent.type(await page.findByRole('textbox', { name: 'Name of the album' }), 'Islands{Enter}');
    await waitFor(() =>
      expect(args.onDone).toHaveBeenCalledWith(expect.objectContaining({ text: '1 added to “Islands”' })),
    );
  },
};
export const Full: Story = {
  parameters: {
    seed: { ...sampleSeed, answers: { ...shelfAnswers, 'album.add': () => ({ ok: false, code: 'FULL' }) } },
  },
  async play({ canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click(await page.findByRole('button', { name: /夜市/ }));
    await expect(await page.findByText(/holds up to 1,000/)).toBeVisible();
  },
};
export const Offline: Story = { parameters: { seed: sampleSeed } };
