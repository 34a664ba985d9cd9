import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { sampleGallery } from '#testing/sampleGallery.ts';
import { withServices } from '#testing/withServices.tsx';
import { GalleryPane } from './GalleryPane.tsx';

const galleries = { pictures: sampleGallery('pictures'), files: sampleGallery('files'), voice: sampleGallery('voice') };
const meta: Meta<typeof GalleryPane> = {
  title: 'features/media/GalleryPane',
  component: GalleryPane,
  decorators: [
    withServices({ ...sampleSeed, galleries }),
    (Story) => (
      <div className="h-[720px] min-w-0">
        <Story />
      </div>
    ),
  ],
  args: {
    c: jogja,
    kind: 'pictures',
    onKind: fn(),
    backHref: '/chats/2001',
    onBack: fn(),
    onOpen: fn(),
    onJump: fn(),
    onForward: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof GalleryPane>;

export const Pictures: Story = {
  async play({ args }) {
    const [cell] = await screen.findAllByRole('button', { name: /^Photo by / });
    await userEvent.click(cell as HTMLElement);
    await expect(args.onOpen).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: 'Choose several' }));
    for (const other of (await screen.findAllByRole('button', { pressed: false })).slice(0, 2))
      await userEvent.click(other);
    await expect(screen.getByRole('status')).toHaveTextContent('2 chosen');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('2 files were saved.');
    await userEvent.click(screen.getByRole('button', { name: 'Forward' }));
    await expect(args.onForward).toHaveBeenCalledOnce();
  },
};
export const Voice: Story = { args: { kind: 'voice' } };
export const Nothing: Story = { args: { kind: 'links' } };
/** The code of galleries was never loaded, and there is no network. */
export const CodeMissing: Story = { parameters: { seed: { ...sampleSeed, galleries: null } } };
