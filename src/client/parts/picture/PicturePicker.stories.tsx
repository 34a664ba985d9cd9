import type { Meta, StoryObj } from '@storybook/react-vite';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { Ack } from '#protocol/errors.ts';
import { samplePhoto, samplePictures, withPictures } from '#testing/sampleFaces.tsx';
import { PicturePicker } from './PicturePicker.tsx';

const id = toMediaId('u'.repeat(22));
const done: Ack<null> = { ok: true, data: null };

const meta: Meta<typeof PicturePicker> = {
  title: 'parts/picture/PicturePicker',
  component: PicturePicker,
  decorators: [withPictures],
  parameters: { plane: 'raised', width: 560 },
  args: {
    face: '42',
    name: 'Dewi Larasati',
    hasPicture: false,
    hint: 'Everybody in the group sees it.',
    removeText: 'The initials are shown again.',
    upload: async () => ({ ok: true, data: id }),
    save: async () => done,
  },
};
export default meta;
type Story = StoryObj<typeof PicturePicker>;

/** Chooses a file and uses its middle. */
const choose =
  (words?: RegExp): NonNullable<Story['play']> =>
  async ({ canvas, canvasElement, userEvent }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('nothing to choose with');
    await userEvent.upload(input, await samplePhoto());
    await userEvent.click(await canvas.findByRole('button', { name: 'Use this part' }));
    if (words) await canvas.findByText(words);
  };

export const NoPicture: Story = {};
export const Cutting: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (input) await userEvent.upload(input, await samplePhoto(300, 700));
    await canvas.findByRole('dialog', { name: 'Choose the part to show' });
  },
};
export const Sending: Story = {
  args: {
    upload: (_picture, onProgress) => {
      onProgress(0.6);
      return new Promise(() => {});
    },
  },
  async play(context) {
    await choose()(context);
    await context.canvas.findByRole('progressbar', { name: 'Sending the picture' });
  },
};
export const Saved: Story = { play: choose(/everybody sees the new picture/i) };
export const Offline: Story = {
  args: { upload: async () => ({ ok: false, code: 'UNAVAILABLE' }) },
  play: choose(/cannot be reached/),
};
/** What was uploaded is not sent again when only its use has failed. */
export const Retried: Story = {
  render: function Render(args) {
    const tries = { upload: 0, save: 0 };
    return (
      <PicturePicker
        {...args}
        upload={async () => {
          tries.upload += 1;
          return tries.upload > 1 ? { ok: false, code: 'BAD' } : { ok: true, data: id };
        }}
        save={async () => {
          tries.save += 1;
          return tries.save > 1 ? done : { ok: false, code: 'UNAVAILABLE' };
        }}
      />
    );
  },
  async play(context) {
    await choose(/cannot be reached/)(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Try again' }));
    await context.canvas.findByText(/everybody sees the new picture/i);
  },
};
export const NotAPicture: Story = {
  args: { upload: async () => ({ ok: false, code: 'NOT_A_PICTURE' }) },
  async play(context) {
    await choose(/not a picture that can be read/)(context);
    if (context.canvas.queryByRole('button', { name: 'Try again' })) throw new Error('offers what cannot help');
  },
};
export const Unreadable: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (input) await userEvent.upload(input, new File(['nothing'], 'photo.jpg', { type: 'image/jpeg' }));
    await canvas.findByText(/cannot open this file/);
  },
};
export const Removing: Story = {
  args: { hasPicture: true, face: `42/${samplePictures.here}` },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove the picture' }));
    const dialog = await canvas.findByRole('alertdialog');
    await userEvent.click([...dialog.querySelectorAll('button')].find((button) => /Remove/.test(button.textContent))!);
    await canvas.findByText('The picture was removed.');
  },
};
