import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { sampleNotes, shelfAnswers } from '#testing/sampleShelf.ts';
import { withServices } from '#testing/withServices.tsx';
import { toChatId } from '#protocol/casts.ts';
import { NotesPane, type NotesPaneProps } from './NotesPane.tsx';

function Stage(props: NotesPaneProps) {
  return (
    <div className="h-[720px] min-w-0">
      <NotesPane {...props} />
    </div>
  );
}

const seed = { ...sampleSeed, answers: shelfAnswers };
const meta: Meta<typeof Stage> = {
  title: 'features/shelf/NotesPane',
  component: Stage,
  args: { chatId: jogja },
  decorators: [withServices(seed, `/chats/${jogja}/notes`)],
};
export default meta;
type Story = StoryObj<typeof Stage>;
const pageOf = (element: HTMLElement) => within(element.ownerDocument.body);

export const Filled: Story = {
  async play({ canvas }) {
    await expect(await canvas.findAllByRole('article')).toHaveLength(3);
    await expect(canvas.getByRole('button', { name: 'Show older notes' })).toBeVisible();
  },
};
export const Written: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    await canvas.findAllByRole('article');
    const page = pageOf(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'New note' }));
    await userEvent.type(await page.findByRole('textbox'), 'pier 3');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect((await canvas.findAllByRole('article'))[0]).toHaveTextContent('pier 3');
  },
};
export const Deleted: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    const page = pageOf(canvasElement);
    await userEvent.click((await canvas.findAllByRole('button', { name: /^What to do with the note/ }))[0] as Element);
    await userEvent.click(await page.findByRole('menuitem', { name: 'Delete' }));
    await userEvent.click(within(await page.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await expect(await page.findByText('Note deleted')).toBeVisible();
    await expect(canvas.getAllByRole('article')).toHaveLength(2);
  },
};
/** What somebody else wrote can be copied. */
export const OfSomebodyElse: Story = {
  async play({ canvas, canvasElement, userEvent }) {
    await userEvent.click((await canvas.findAllByRole('button', { name: /^What to do with the note/ }))[1] as Element);
    await expect(await pageOf(canvasElement).findAllByRole('menuitem')).toHaveLength(1);
  },
};
export const Empty: Story = {
  parameters: {
    seed: { ...seed, answers: { ...shelfAnswers, 'note.list': () => ({ ok: true, data: { items: [] } }) } },
  },
};
/** There is no network: what was seen stays, and what is written is kept. */
export const Offline: Story = {
  parameters: { seed: { ...sampleSeed, shelf: { notes: { items: sampleNotes, more: true } } } },
  async play({ canvas, canvasElement, userEvent }) {
    await expect(await canvas.findByText(/^Not connected/)).toBeVisible();
    const page = pageOf(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'New note' }));
    await userEvent.type(await page.findByRole('textbox'), 'gloves');
    await userEvent.click(page.getByRole('button', { name: 'Save' }));
    await expect(await page.findByText(/Your words are kept/)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(canvas.getByRole('button', { name: 'New note' }));
    await expect(await page.findByRole('textbox')).toHaveValue('gloves');
  },
};
export const Unreadable: Story = { parameters: { seed: sampleSeed } };
export const Loading: Story = {
  parameters: { seed: { ...seed, answers: { ...shelfAnswers, 'note.list': () => new Promise(() => undefined) } } },
};
/** A chat that I am not in. */
export const Gone: Story = { args: { chatId: toChatId(77) } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const Indonesian: Story = { globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
