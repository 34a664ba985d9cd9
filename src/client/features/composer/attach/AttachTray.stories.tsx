import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { fakeMediaKit } from '#testing/fakeMediaKit.ts';
import { sampleFile, samplePhoto, sampleVideo } from '#testing/sampleMedia.ts';
import type { AttachItem, AttachState } from './attachStore.ts';
import { AttachTray } from './AttachTray.tsx';

const { files } = fakeMediaKit(() => undefined);
const ready = (part: MediaPart): AttachItem => ({
  key: part.id,
  name: part.n ?? `${part.id.replaceAll('_', '')}.jpg`,
  size: part.z,
  state: 'ready',
  part,
  file: new File([], part.n ?? 'photo.jpg'),
});
const state = (more: Partial<AttachState>): AttachState => ({
  ...{ items: [], quality: 'standard', isOverfull: false, isUnavailable: false },
  ...more,
});
const three = [ready(samplePhoto('sawah')), ready(sampleVideo('jeep')), ready(sampleFile('rencana-perjalanan.pdf'))];

const meta: Meta<typeof AttachTray> = {
  title: 'features/composer/AttachTray',
  component: AttachTray,
  parameters: { plane: 'raised' },
  args: {
    state: state({ items: three }),
    source: files,
    onRemove: fn(),
    onMove: fn(),
    onQuality: fn(),
    onAnother: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof AttachTray>;

export const Several: Story = {};
export const ByKeyboard: Story = {
  async play({ canvas, args }) {
    canvas.getByRole('button', { name: /sawah.*1 of 3/ }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onMove).toHaveBeenCalledWith(three[0]?.key, 1);
    await expect(canvas.getByText('sawah.jpg is now 2 of 3')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(args.onMove).toHaveBeenCalledOnce();
    await userEvent.keyboard('{Delete}');
    await expect(args.onRemove).toHaveBeenCalledWith(three[0]?.key);
  },
};
export const ByPointer: Story = {
  async play({ canvas, args }) {
    const thumb = canvas.getByRole('button', { name: /sawah.*1 of 3/ });
    const { x, y } = thumb.getBoundingClientRect();
    const last = canvas.getByRole('button', { name: /rencana.*3 of 3/ }).getBoundingClientRect();
    const user = userEvent.setup();
    await user.pointer([
      { keys: '[MouseLeft>]', target: thumb, coords: { clientX: x + 20, clientY: y + 20 } },
      { target: thumb, coords: { clientX: last.right - 4, clientY: y + 20 } },
      { keys: '[/MouseLeft]' },
    ]);
    await expect(args.onMove).toHaveBeenCalledWith(three[0]?.key, 2);
  },
};
export const GettingReady: Story = {
  args: {
    state: state({
      items: [
        ...three,
        { key: 'new-1', name: 'IMG_2207.jpg', size: 4_000_000, state: 'preparing', file: new File([], 'a') },
      ],
    }),
  },
};
export const CannotBeSent: Story = {
  args: {
    state: state({
      items: [
        ready(samplePhoto('sawah')),
        { key: 'new-1', name: 'arsip-2019.zip', size: 134_217_728, state: 'bad', problem: 'tooLarge' },
        { key: 'new-2', name: 'catatan.txt', size: 0, state: 'bad', problem: 'empty' },
        { key: 'new-3', name: 'video-panjang.mp4', size: 80_000_000, state: 'bad', problem: 'full' },
      ],
    }),
  },
  async play({ canvas, args }) {
    await userEvent.click(canvas.getAllByRole('button', { name: 'Choose another' })[0] as HTMLElement);
    await expect(args.onAnother).toHaveBeenCalledWith('new-1');
  },
};
export const Many: Story = {
  args: {
    state: state({ items: Array.from({ length: 30 }, (_, at) => ready(samplePhoto(`p${at}`))), isOverfull: true }),
  },
};
export const NotLoaded: Story = { args: { state: state({ isUnavailable: true }) } };
export const RightToLeft: Story = {
  decorators: [
    (Story) => (
      <div dir="rtl">
        <Story />
      </div>
    ),
  ],
};
