import type { Meta, StoryObj } from '@storybook/react-vite';
import { screen, userEvent } from 'storybook/test';
import { sampleSeed } from '#testing/sampleChats.ts';
import { sampleFile, samplePhoto, sendingMedia } from '#testing/sampleMedia.ts';
import { toChatId } from '#protocol/casts.ts';
import { withServices } from '#testing/withServices.tsx';
import { UploadsPane } from './UploadsPane.tsx';

const { entry, uploads } = sendingMedia(
  [samplePhoto('sawah'), sampleFile('rekaman.zip', 96_000_000)],
  [{ state: 'going', share: 0.4 }, {}],
);
const sentFiles = [
  {
    id: samplePhoto('kopi').id,
    c: toChatId(1),
    t: 'i' as const,
    n: 'kopi.webp',
    bytes: 4_000_000,
    at: Date.now(),
    s: 3,
  },
  // Of another day: it is not shown.
  {
    id: samplePhoto('lama').id,
    c: toChatId(1),
    t: 'i' as const,
    n: 'lama.webp',
    bytes: 4_000,
    at: Date.now() - 86_400_000 * 1.2,
  },
];
const meta: Meta<typeof UploadsPane> = {
  title: 'features/media/UploadsPane',
  component: UploadsPane,
  decorators: [
    withServices({ ...sampleSeed, tray: [entry], uploads, sentFiles }),
    (Story) => (
      <div className="h-[720px] min-w-0">
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof UploadsPane>;

export const Running: Story = {
  async play() {
    await screen.findByRole('link', { name: 'Show kopi.webp in the chat' });
    await userEvent.click(screen.getByRole('button', { name: 'Pause all' }));
  },
};
