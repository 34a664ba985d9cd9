import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { inTallPane } from '#testing/inTallPane.tsx';
import { sampleManifest, widerManifest } from '#testing/sampleMakers.ts';
import { ManifestEditor } from './ManifestEditor.tsx';

const meta: Meta<typeof ManifestEditor> = {
  title: 'features/appMaker/ManifestEditor',
  component: ManifestEditor,
  decorators: [inTallPane],
  parameters: { plane: 'none' },
  args: {
    id: 'antre-dulu',
    base: sampleManifest,
    isBusy: false,
    problem: undefined,
    uploadIcon: async () => ({ ok: false, code: 'UNAVAILABLE' }),
    uploadBundle: async () => ({ ok: false, code: 'UNAVAILABLE' }),
    onSave: fn(async () => true),
  },
};
export default meta;
type Story = StoryObj<typeof ManifestEditor>;

export const Filled: Story = {};
export const Wider: Story = { args: { base: { ...widerManifest, connect: ['*'] } } };
/** Everything of a first version is missing: the first wrong field has the focus. */
export const FirstOne: Story = {
  args: { base: undefined },
  async play({ args, canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('switch', { name: 'Camera' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(canvas.getByLabelText('Name in English')).toHaveFocus());
    await expect(args.onSave).not.toHaveBeenCalled();
    await canvas.findByText('Upload the files of your mini-app first.');
  },
};
export const Saved: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Name in English'), '!');
    await userEvent.click(canvas.getByRole('button', { name: 'Save draft' }));
    await expect(args.onSave).toHaveBeenCalledWith(
      expect.objectContaining({ names: { ...sampleManifest.names, en: 'Antre Dulu!' } }),
    );
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Save draft' })).toBeNull());
  },
};
export const Discarded: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Name in English'), '!');
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await expect(canvas.getByLabelText('Name in English')).toHaveValue('Antre Dulu');
  },
};
export const Refused: Story = {
  args: {
    problem: {
      text: 'The server did not understand this.',
      detail: 'https://chat.example/app lies on the messenger’s own site',
    },
  },
};
