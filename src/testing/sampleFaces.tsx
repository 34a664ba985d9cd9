import type { Decorator } from '@storybook/react-vite';
import { PictureSourceContext, type PictureSource } from '#client/parts/PictureSource.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="#f7c99a"/><circle cx="30" cy="28" r="9" fill="#fff0cf"/><path d="M0 40 16 26l14 12 18-10v20H0z" fill="#5c4a5e"/></svg>`;
/** A drawn landscape. */
export const samplePicture = `data:image/svg+xml,${encodeURIComponent(svg)}`;
/** A picture that can be had, one that is broken, and one that never comes. */
export const samplePictures = {
  here: toMediaId('h'.repeat(22)),
  broken: toMediaId('b'.repeat(22)),
  never: toMediaId('n'.repeat(22)),
};

const source: PictureSource = {
  srcOf: (id) => {
    if (id === samplePictures.here) return samplePicture;
    return id === samplePictures.broken ? 'data:image/png;base64,broken' : undefined;
  },
  want: () => undefined,
  failed: () => undefined,
  subscribe: () => () => undefined,
};

/** Gives a story pictures for {@link samplePictures}. */
export const withPictures: Decorator = (Story) => (
  <PictureSourceContext value={source}>
    <Story />
  </PictureSourceContext>
);

/** A file as somebody chooses it, drawn by this browser. */
export async function samplePhoto(width = 640, height = 400): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#5c7ea8');
  sky.addColorStop(1, '#f7c99a');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#5c4a5e';
  context.fillRect(0, height * 0.7, width, height * 0.3);
  context.fillStyle = '#fff0cf';
  context.beginPath();
  context.arc(width * 0.6, height * 0.4, height * 0.16, 0, 7);
  context.fill();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done));
  if (!blob) throw new Error('no picture');
  return new File([blob], 'photo.png', { type: blob.type });
}
