import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect } from 'storybook/test';
import { BundleField } from './BundleField.tsx';

const id = '3f0c8a52-6a0b-4a63-9c6e-2d0c7d1a9b11';

const meta: Meta<typeof BundleField> = {
  title: 'features/appMaker/BundleField',
  component: BundleField,
  parameters: { plane: 'raised', width: 600 },
  args: { bundle: '', isMissing: false, upload: async () => ({ ok: true, data: id }), onChange: () => {} },
  render: function Field(args) {
    const [bundle, onChange] = useState(args.bundle);
    return <BundleField {...args} bundle={bundle} onChange={onChange} />;
  },
};
export default meta;
type Story = StoryObj<typeof BundleField>;

/** Chooses a zip of a size, in bytes. */
const choose =
  (size: number, words: RegExp): NonNullable<Story['play']> =>
  async ({ canvas, canvasElement, userEvent }) => {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('nothing to choose with');
    await userEvent.upload(input, new File([new Uint8Array(size)], 'antre.zip', { type: 'application/zip' }));
    await canvas.findByText(words);
  };

export const Nothing: Story = {};
export const Known: Story = { args: { bundle: id } };
export const Missing: Story = { args: { isMissing: true } };
export const Sent: Story = { play: choose(10, /antre.zip is on the server/) };
export const Sending: Story = {
  args: {
    upload: (_file, onProgress) => {
      onProgress(0.4);
      return new Promise(() => undefined);
    },
  },
  async play({ canvasElement, canvas, userEvent }) {
    const input = canvasElement.querySelector<HTMLInputElement>('input[type=file]');
    if (input) await userEvent.upload(input, new File(['zip'], 'antre.zip', { type: 'application/zip' }));
    await expect(await canvas.findByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
  },
};
export const Checking: Story = {
  args: {
    upload: (_file, onProgress) => {
      onProgress(1);
      return new Promise(() => undefined);
    },
  },
  play: choose(10, /unpacks and checks/),
};
/** The server names the file that is wrong; what was there stays. */
export const Refused: Story = {
  args: { bundle: id, upload: async () => ({ ok: false, code: 'BAD', msg: 'img/../../etc leads out of the zip' }) },
  play: choose(10, /leads out of the zip/),
};
export const NoNetwork: Story = {
  args: { upload: async () => ({ ok: false, code: 'UNAVAILABLE' }) },
  play: choose(10, /cannot be reached/),
};
/** It is not even sent. */
export const TooLarge: Story = {
  args: {
    upload: () => {
      throw new Error('it must not travel');
    },
  },
  play: choose(10 * 1_024 * 1_024 + 1, /too large/),
};
