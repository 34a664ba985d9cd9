import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent } from 'storybook/test';
import { toChatId } from '#protocol/casts.ts';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { sampleFile, samplePhoto, sampleVideo, sendingMedia } from '#testing/sampleMedia.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { toUploadRows } from './toUploadRows.ts';
import { UploadsPage } from './UploadsPage.tsx';

const { entry, uploads } = sendingMedia(
  [
    samplePhoto('sawah-pagi', { n: 'sawah-pagi.webp', z: 84_000_000 }),
    sampleVideo('malam-pasar', { z: 12_100_000 }),
    samplePhoto('kota', { z: 8_000_000 }),
    sampleFile('rekaman-rapat.m4a', 96_000_000),
    sampleFile('arsip-2019-dengan-nama-yang-sangat-panjang-sekali.zip', 128_000_000),
    sampleFile('penuh.pdf', 1_000_000),
  ],
  [
    { state: 'going', share: 0.74 },
    { state: 'going', share: 0.26 },
    {},
    { state: 'going', share: 0.25, paused: 1 },
    { state: 'failed', err: 'TOO_LARGE' },
    { state: 'failed', err: 'QUOTA' },
  ],
);
const items = toUploadRows([entry], new Map(uploads.map((row) => [row.id, row])));
const sent = [
  { part: samplePhoto('mi-pagi', { n: 'mi-pagi.webp', z: 4_400_000 }), c: toChatId(1), s: 12, at: sampleNow },
  { part: sampleFile('tiket.pdf', 80_000), c: toChatId(1), at: sampleNow - 3_600_000 },
];

const meta: Meta<typeof UploadsPage> = {
  title: 'features/media/UploadsPage',
  component: UploadsPage,
  decorators: [
    withServices({}),
    (Story) => (
      <div className="h-[720px] min-w-0">
        <Story />
      </div>
    ),
  ],
  args: {
    items,
    sent,
    source: fakeMediaKit(fn()).files,
    rate: 3_100_000,
    isOffline: false,
    titleOf: () => 'Jogja bareng 🛵',
    onUpload: fn(),
    onAll: fn(),
    onBack: fn((event) => event.preventDefault()),
    onOpen: fn((_href, event) => event.preventDefault()),
  },
};
export default meta;
type Story = StoryObj<typeof UploadsPage>;

export const OnTheirWay: Story = {
  async play({ args }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Pause all' }));
    await expect(args.onAll).toHaveBeenCalledWith('pause');
    await userEvent.click(screen.getByRole('button', { name: 'Pause sawah-pagi.webp' }));
    await expect(args.onUpload).toHaveBeenCalledWith(items[0]?.part.id, 'pause');
    await userEvent.click(screen.getByRole('button', { name: 'Send Photo first' }));
    await expect(args.onUpload).toHaveBeenLastCalledWith(items[2]?.part.id, 'first');
    await userEvent.click(screen.getByRole('button', { name: 'Go on with rekaman-rapat.m4a' }));
    // What can never succeed only offers to be dropped.
    await expect(screen.queryByRole('button', { name: /^Try arsip/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try penuh.pdf again' }));
    await expect(args.onUpload).toHaveBeenLastCalledWith(items.at(-1)?.part.id, 'retry');
    await userEvent.click(screen.getByRole('link', { name: 'Show mi-pagi.webp in the chat' }));
    await expect(args.onOpen).toHaveBeenCalledWith('/chats/1/m/12', expect.anything());
  },
};
export const AllPaused: Story = {
  args: { items: items.filter(({ progress }) => progress.state === 'paused'), rate: 0 },
  async play({ args }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Go on with all' }));
    await expect(args.onAll).toHaveBeenCalledWith('resume');
  },
};
export const Offline: Story = { args: { isOffline: true, rate: undefined } };
export const OnlyFailed: Story = {
  args: { items: items.filter(({ progress }) => progress.state === 'failed'), sent: [] },
};
export const OnlySent: Story = { args: { items: [] } };
export const Nothing: Story = { args: { items: [], sent: [] } };
