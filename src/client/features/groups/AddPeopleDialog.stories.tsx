import type { Meta, StoryObj } from '@storybook/react-vite';
import { toUserId } from '#protocol/casts.ts';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import { candidates } from './pickRows.ts';

const nothing = () => {};
const all = candidates(
  sampleCards.map((card) => sampleContact(card)),
  { language: 'en' },
);
const long = ['Maximiliana Konstantinopolitanska-Weber', 'Raden Mas Bagaskara Suryadiningrat'].map((name, index) =>
  sampleContact({ id: toUserId(1_100 + index), handle: 'a_handle_of_thirty_characters.', name, pv: 1 }),
);

/** Picking, nobody left and the last place are in `GroupForms`; here is what comes after the press. */
const meta: Meta<typeof AddPeopleDialog> = {
  title: 'features/groups/AddPeopleDialog',
  component: AddPeopleDialog,
  args: { all, room: 100, isBusy: false, problem: undefined, onAdd: nothing, onClose: nothing },
};
export default meta;
type Story = StoryObj<typeof AddPeopleDialog>;

/** Ticks two people. */
const pick: NonNullable<Story['play']> = async ({ canvas, userEvent }) => {
  await userEvent.click(await canvas.findByRole('checkbox', { name: 'Tomo' }));
  await userEvent.click(await canvas.findByRole('checkbox', { name: '韋婷' }));
};

export const TwoChosen: Story = {
  async play(context) {
    await pick(context);
    await context.canvas.findByRole('button', { name: 'Add 2 people' });
  },
};
export const Adding: Story = { args: { isBusy: true }, play: pick };
export const Refused: Story = { args: { problem: 'This person cannot be added.' }, play: pick };
export const LongNames: Story = {
  args: { all: candidates(long, { language: 'en' }) },
  globals: { viewport: { value: 'phone' } },
};
export const KoreanLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ko', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, play: pick };
