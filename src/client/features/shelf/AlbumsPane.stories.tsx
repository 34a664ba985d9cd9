import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { sampleAlbums, shelfAnswers } from '#testing/sampleShelf.ts';
import { withServices } from '#testing/withServices.tsx';
import { AlbumsPane, type AlbumsPaneProps } from './AlbumsPane.tsx';

function Stage(props: AlbumsPaneProps) {
  return (
    <div className="h-[720px] min-w-0">
      <AlbumsPane {...props} />
    </div>
  );
}

const seed = { ...sampleSeed, answers: shelfAnswers };
const meta: Meta<typeof Stage> = {
  title: 'features/shelf/AlbumsPane',
  component: Stage,
  args: { chatId: jogja },
  decorators: [withServices(seed, `/chats/${jogja}/albums`)],
};
export default meta;
type Story = StoryObj<typeof Stage>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Filled: Story = {
  async play({ canvas }) {
    await expect(await canvas.findAllByRole('listitem')).toHaveLength(5);
  },
};
export const Refused: Story = {
  parameters: { seed: { ...seed, answers: { ...shelfAnswers, 'album.put': () => ({ ok: false, code: 'MUTED' }) } } },
  async play({ canvas, canvasElement, userEvent }) {
    await canvas.findAllByRole('listitem');
    await userEvent.click(canvas.getByRole('button', { name: 'New album' }));
    const page = pageOf(canvasElement);
    await userEvent.type(await page.findByRole('textbox', { name: 'Name of the album' }), 'Islands{Enter}');
    await expect(await page.findByText('You cannot write here at the moment.')).toBeVisible();
  },
};
export const Empty: Story = {
  parameters: {
    seed: { ...seed, answers: { ...shelfAnswers, 'album.list': () => ({ ok: true, data: { items: [] } }) } },
  },
};
export const Offline: Story = {
  parameters: { seed: { ...sampleSeed, shelf: { albums: sampleAlbums } } },
  async play({ canvas }) {
    await expect(await canvas.findByText(/^Not connected/)).toBeVisible();
    await expect(canvas.getAllByRole('listitem')).toHaveLength(5);
  },
};
export const Unreadable: Story = { parameters: { seed: sampleSeed } };
export const Korean: Story = { globals: { language: 'ko' } };
export const Chinese: Story = { globals: { language: 'zh-TW' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
