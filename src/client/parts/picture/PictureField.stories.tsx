import type { Meta, StoryObj } from '@storybook/react-vite';
import { samplePicture, samplePictures, withPictures } from '#testing/sampleFaces.tsx';
import { PictureField } from './PictureField.tsx';

const nothing = () => {};

const meta: Meta<typeof PictureField> = {
  title: 'parts/picture/PictureField',
  component: PictureField,
  decorators: [withPictures],
  parameters: { plane: 'raised', width: 560 },
  args: {
    face: '42',
    name: '水野みお',
    shape: 'person',
    preview: undefined,
    hasPicture: false,
    hint: 'Others see it instead of your initials. Place and camera data are removed.',
    state: { kind: 'idle' },
    onFile: nothing,
    onRemove: nothing,
    onRetry: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof PictureField>;

export const NoPicture: Story = {};
export const WithPicture: Story = { args: { hasPicture: true, face: `42/${samplePictures.here}` } };
export const Sending: Story = { args: { preview: samplePicture, state: { kind: 'sending', share: 0.4 } } };
export const Saved: Story = {
  args: {
    hasPicture: true,
    face: `42/${samplePictures.here}`,
    state: { kind: 'done', text: 'Everybody sees the new picture now.' },
  },
};
export const Failed: Story = {
  args: {
    preview: samplePicture,
    state: { kind: 'failed', text: 'The server cannot be reached right now.', canRetry: true },
  },
};
export const Unreadable: Story = {
  args: {
    state: {
      kind: 'failed',
      text: 'Your browser cannot open this file as a picture. Choose a JPEG, PNG or WebP file.',
      canRetry: false,
    },
  },
};
export const Place: Story = {
  args: { shape: 'place', name: 'Film Pelan', hasPicture: true, face: `7/${samplePictures.here}` },
};
export const Phone: Story = {
  args: { hasPicture: true, face: `42/${samplePictures.here}` },
  globals: { language: 'id', viewport: { value: 'phone' } },
  parameters: { textScale: 1.4, width: 320 },
};
export const RightToLeft: Story = { ...WithPicture, parameters: { dir: 'rtl' } };
