import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sampleNotes } from '#testing/sampleShelf.ts';
import { sampleNow } from '#testing/samplePeople.ts';
import { NoteCard } from './NoteCard.tsx';

const [short, , long] = sampleNotes;

const meta: Meta<typeof NoteCard> = {
  title: 'features/shelf/NoteCard',
  component: NoteCard,
  parameters: { plane: 'sunken' },
  args: {
    ...{ text: short?.x ?? '', by: 'Dewi Lestari', changed: sampleNow - 3_600_000, isChanged: true, now: sampleNow },
    onMore: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof NoteCard>;

export const Changed: Story = {
  async play({ canvas, args, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'What to do with the note by Dewi Lestari' }));
    await expect(args.onMore).toHaveBeenCalledOnce();
  },
};
export const Long: Story = { args: { text: long?.x ?? '', isChanged: false } };
export const LongName: Story = { args: { by: 'Nama yang sangat panjang sekali sehingga tidak muat di satu baris' } };
export const RightToLeft: Story = {
  args: { text: 'نلتقي عند الميناء الساعة التاسعة', by: 'ليلى' },
  parameters: { dir: 'rtl' },
};
