import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { TrayEntry } from './TrayEntry.tsx';

const nothing = (): void => undefined;
const copied = async (): Promise<boolean> => true;
const meta: Meta<typeof TrayEntry> = {
  title: 'features/health/TrayEntry',
  component: TrayEntry,
  parameters: { width: 340 },
  decorators: [
    (Story) => (
      <ul>
        <Story />
      </ul>
    ),
  ],
  args: {
    to: { id: '2', name: '青島みのり', line: 'to 青島みのり' },
    time: { text: '19:24', dateTime: '2025-10-17T12:24:00Z' },
    text: '駅前のパン屋さん、まだ開いてた！',
    state: { kind: 'waiting', text: 'Waiting for the connection' },
    labels: {
      copy: 'Copy text',
      copied: 'Copied',
      notCopied: 'Could not be copied.',
      discard: 'Discard',
      edit: 'Edit',
      go: 'Send now',
      save: 'Save',
      cancel: 'Cancel',
      editLabel: 'Text of the message',
    },
    readerLang: 'en',
    max: 10_000,
    onGo: nothing,
    onEdit: nothing,
    onDiscard: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof TrayEntry>;

export const Waiting: Story = {};
export const Refused: Story = {
  args: {
    text: 'deck-final-v7.pdf, comments inside',
    state: { kind: 'failed', text: 'Not sent: You are not in this chat any more.' },
    onGo: undefined,
    onEdit: undefined,
    onCopy: copied,
  },
};
/** By keyboard: Escape leaves the text as it was, Ctrl + Enter saves. */
export const Editing: Story = {
  args: { onEdit: fn(), onCopy: copied },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }));
    await expect(canvas.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard(' never mind{Escape}');
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await expect(args.onEdit).not.toHaveBeenCalled();
    await userEvent.click(canvas.getByRole('button', { name: 'Edit' }));
    await userEvent.keyboard(' Come!');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect(args.onEdit).toHaveBeenCalledWith('駅前のパン屋さん、まだ開いてた！ Come!');
  },
};
/** Older than a week: it asks. */
export const Old: Story = {
  args: {
    time: { text: '9 Oct, 19:24', dateTime: '2025-10-09T12:24:00Z' },
    state: { kind: 'failed', text: 'Waits for more than a week. Send it still?' },
    onCopy: copied,
  },
};
export const LongText: Story = { args: { text: Array.from({ length: 30 }, () => 'A long message.').join(' ') } };
/** A setting, not a message. */
export const Setting: Story = { args: { to: undefined, text: 'Changes a setting', isQuiet: true, onEdit: undefined } };
export const Copied: Story = {
  args: { onCopy: copied },
  async play({ canvas, userEvent: user }) {
    await user.click(canvas.getByRole('button', { name: 'Copy text' }));
    await canvas.findByRole('button', { name: 'Copied' });
  },
};
/** Success is never said of what has failed. */
export const NotCopied: Story = {
  args: { onCopy: async () => false },
  async play({ canvas, userEvent: user }) {
    await user.click(canvas.getByRole('button', { name: 'Copy text' }));
    await expect(await canvas.findByText('Could not be copied.')).toBeVisible();
    await canvas.findByRole('button', { name: 'Copy text' });
  },
};
