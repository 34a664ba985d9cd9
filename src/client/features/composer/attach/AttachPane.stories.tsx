import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef } from 'react';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { useServices } from '#client/context.ts';
import { toChatId } from '#protocol/casts.ts';
import { samplePhoto, sampleFile } from '#testing/sampleMedia.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { Composer, type ComposerHandle } from '../Composer.tsx';
import { useAttach } from './useAttach.tsx';

const c = toChatId(1);

/** The composer with nothing but its files. */
function Stage() {
  const composer = useRef<ComposerHandle>(null);
  const services = useServices();
  const { lead, tray, attached, take } = useAttach({ c, title: 'Jogja bareng', composer, isOff: false });
  return (
    <section aria-label="Jogja bareng" className="flex min-h-110 flex-col justify-end bg-surface-sunken">
      <Composer
        {...{ lead, tray, attached }}
        ref={composer}
        title="Jogja bareng"
        enterSends
        max={10_000}
        people={[]}
        onSend={({ text }) => void services.commands.sendMessage({ c, k: 5, b: { f: take().files as never, x: text } })}
        onChange={() => undefined}
        onCancelEdit={() => undefined}
        onEditLast={() => undefined}
        onBlur={() => undefined}
      />
    </section>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/composer/AttachPane',
  component: Stage,
  decorators: [withServices({})],
  parameters: { plane: 'sunken' },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const drop = (files: File[], type = 'drop'): void => {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  screen.getByRole('textbox').dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
};
const photo = (name: string): File => new File(['pixels'], name, { type: 'image/png' });

export const Empty: Story = {};
export const TheMenu: Story = {
  async play({ canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Add' }));
    await screen.findByRole('menuitem', { name: 'Photos and videos' });
    await expect(screen.getByRole('menuitem', { name: 'File' })).toBeVisible();
  },
};
export const HeldOver: Story = {
  async play() {
    drop([photo('a.png')], 'dragover');
    await screen.findByText('Drop to send to Jogja bareng');
  },
};
export const Dropped: Story = {
  async play({ canvas }) {
    drop([photo('one.png'), new File(['words'], 'notes.txt', { type: 'text/plain' })]);
    await canvas.findByRole('button', { name: 'notes.txt, 2 of 2' });
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled());
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: /1 of 2/ })).toBeNull());
  },
};
export const Pasted: Story = {
  async play({ canvas }) {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(photo('image.png'));
    screen
      .getByRole('textbox')
      .dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    await canvas.findByRole('button', { name: 'image.png, 1 of 1' });
  },
};
export const TooLarge: Story = {
  async play({ canvas }) {
    drop([new File(['x'], 'large-archive.zip')]);
    await canvas.findByText(/Files can have up to/);
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeDisabled();
    await expect(canvas.getByRole('button', { name: 'Choose another' })).toBeVisible();
  },
};
export const FromTheDraft: Story = {
  decorators: [
    withServices({
      drafts: [
        { c, text: '', at: undefined, updated: sampleNow, files: [samplePhoto('sawah'), sampleFile('rencana.pdf')] },
      ],
    }),
  ],
  async play({ canvas }) {
    await canvas.findByRole('button', { name: 'rencana.pdf, 2 of 2' });
    await expect(canvas.getByRole('button', { name: 'Send' })).toBeEnabled();
  },
};
export const WithoutNetwork: Story = {
  decorators: [withServices({ hasNoMedia: true })],
  async play({ canvas }) {
    drop([photo('one.png')]);
    await canvas.findByText(/Files cannot be added without a connection/);
  },
};
