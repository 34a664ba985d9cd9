import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, within } from 'storybook/test';
import { emptyGallery, type GalleryKind } from '#client/stores/gallery/GalleryState.ts';
import { toMonths, type GalleryItem } from '#client/stores/gallery/toMonths.ts';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { sampleGallery } from '#testing/sampleGallery.ts';
import { sampleCards, sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { GalleryPage } from './GalleryPage.tsx';

const monthsOf = (kind: GalleryKind) => toMonths({ ...emptyGallery(kind), ...sampleGallery(kind) });
const pictures = monthsOf('pictures');
const [first, second] = (pictures[0]?.items ?? []) as [GalleryItem, GalleryItem];

const meta: Meta<typeof GalleryPage> = {
  title: 'features/media/GalleryPage',
  component: GalleryPage,
  decorators: [
    withServices({}),
    (Story) => (
      <div className="h-[720px] min-w-0">
        <Story />
      </div>
    ),
  ],
  args: {
    title: 'Jogja bareng 🛵',
    face: { id: '2001', shape: 'person' },
    kind: 'pictures',
    state: 'ready',
    problem: undefined,
    months: pictures,
    summary: '1,204 pictures, 86 videos',
    source: fakeMediaKit(fn()).files,
    nameOf: (id) => sampleCards.find((card) => (card.id as number) === id)?.name ?? 'Somebody',
    now: sampleNow,
    textScale: 1,
    chosen: undefined,
    saving: new Set(),
    back: { href: '/chats/1', onClick: fn((event) => event.preventDefault()) },
    onKind: fn(),
    onWant: fn(),
    onOpen: fn(),
    onJump: fn(),
    onSave: fn(),
    onForward: fn(),
    onChoose: fn(),
    onChoosing: fn(),
    onRetry: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof GalleryPage>;

export const Pictures: Story = {
  async play({ args }) {
    const cells = await screen.findAllByRole('button', { name: /^(Photo|Video) by / });
    await expect(cells.length).toBeGreaterThan(6);
    await userEvent.click(cells[0] as HTMLElement);
    await expect(args.onOpen).toHaveBeenCalledWith(first);
    // One stop for the Tab key; the arrows go on from there.
    await expect(cells.filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await expect(args.onOpen).toHaveBeenLastCalledWith(second);
    await userEvent.keyboard('{End}');
    await expect(args.onWant).toHaveBeenCalledWith(pictures.at(-1)?.month, expect.any(Number));
  },
};
export const Choosing: Story = {
  args: { chosen: new Map([[first.key, first]]) },
  async play({ args }) {
    const bar = within(await screen.findByRole('toolbar'));
    await expect(bar.getByRole('status')).toHaveTextContent('1 chosen');
    await userEvent.click(bar.getByRole('button', { name: 'Forward' }));
    await expect(args.onForward).toHaveBeenCalledWith([first]);
    const cells = await screen.findAllByRole('button', { pressed: false });
    await userEvent.click(cells[0] as HTMLElement);
    await expect(args.onChoose).toHaveBeenCalledOnce();
  },
};
export const NoneChosen: Story = { args: { chosen: new Map() } };
export const Files: Story = {
  args: { kind: 'files', months: monthsOf('files'), summary: '4 files' },
  async play({ args }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Save anggaran.xlsx' }));
    await expect(args.onSave).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: /^Show in the chat: anggaran/ }));
    await expect(args.onJump).toHaveBeenCalledOnce();
  },
};
export const Saving: Story = {
  args: { kind: 'files', months: monthsOf('files'), saving: new Set([monthsOf('files')[0]?.items[0]?.key ?? '']) },
};
export const Links: Story = {
  args: { kind: 'links', months: monthsOf('links'), summary: undefined },
  async play() {
    await expect(await screen.findByRole('link', { name: /^keraton.example/ })).toHaveAttribute(
      'rel',
      expect.stringContaining('noopener'),
    );
  },
};
export const Voice: Story = { args: { kind: 'voice', months: monthsOf('voice'), summary: undefined } };
export const BigText: Story = { args: { kind: 'files', months: monthsOf('files'), textScale: 1.4 } };
export const Loading: Story = { args: { state: 'loading', months: [] } };
export const LoadingRows: Story = { args: { kind: 'files', state: 'loading', months: [] } };
export const Empty: Story = { args: { months: [], summary: undefined } };
export const Offline: Story = { args: { problem: 'offline', summary: undefined } };
export const OfflineWithNothing: Story = {
  args: { problem: 'offline', months: [], summary: undefined },
  async play({ args }) {
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
export const Failed: Story = { args: { problem: 'failed', months: [], summary: undefined } };
export const FailedInPart: Story = { args: { problem: 'failed' } };
export const Unreadable: Story = { args: { state: 'unreadable', months: [], summary: undefined } };
/** Without a device's copy and without a network the blurs stay, and the cells say so. */
export const NotOnThisDevice: Story = {
  args: { source: { ...fakeMediaKit(fn()).files, srcOf: () => undefined }, problem: 'offline' },
  async play() {
    await screen.findAllByRole('button', { name: /not on this device$/ });
  },
};
