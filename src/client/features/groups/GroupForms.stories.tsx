import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import { candidates } from './pickRows.ts';
import { RenameDialog } from './RenameDialog.tsx';

const nothing = () => {};
const all = candidates(
  sampleCards.map((card) => sampleContact(card)),
  { language: 'en' },
);
const shared = { isBusy: false, problem: undefined, onClose: nothing };

/** The small dialogs of a group. */
const meta: Meta = { title: 'features/groups/GroupForms' };
export default meta;

export const Rename: StoryObj = {
  render: () => <RenameDialog title="Jogja bareng 🛵" onSave={nothing} {...shared} />,
};
export const RenameOffline: StoryObj = {
  render: () => (
    <RenameDialog title="Jogja" onSave={nothing} {...shared} problem="The server cannot be reached right now." />
  ),
};
export const Add: StoryObj = { render: () => <AddPeopleDialog all={all} room={100} onAdd={nothing} {...shared} /> };
export const NobodyLeft: StoryObj = {
  render: () => <AddPeopleDialog all={[]} room={100} onAdd={nothing} {...shared} />,
};
/** One place is left: the second tick is refused. */
export const NearlyFull: StoryObj = {
  render: () => <AddPeopleDialog all={all} room={1} onAdd={nothing} {...shared} />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Ibu' }));
    const other = await canvas.findByRole('checkbox', { name: 'Tomo' });
    if (!(other as HTMLButtonElement).disabled) throw new Error('there is no room for a second one');
  },
};
