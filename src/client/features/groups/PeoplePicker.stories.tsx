import type { Meta, StoryObj } from '@storybook/react-vite';
import { toUserId } from '#protocol/casts.ts';
import { sampleCards, sampleContact } from '#testing/samplePeople.ts';
import { PeoplePicker } from './PeoplePicker.tsx';
import { candidates } from './pickRows.ts';

const contacts = sampleCards.map((card) => sampleContact(card));
const all = candidates(contacts, { language: 'en' });
const many = contacts.flatMap(({ card }, group) =>
  Array.from({ length: 120 }, (_, index) =>
    sampleContact({ ...card, id: toUserId(20_000 + group * 200 + index), name: `${card.name} ${index + 1}` }),
  ),
);
const long = sampleContact({
  id: toUserId(1_100),
  handle: 'a_handle_of_thirty_characters.',
  name: 'Maximiliana Konstantinopolitanska-Weber',
  pv: 1,
});

const meta: Meta<typeof PeoplePicker> = {
  title: 'features/groups/PeoplePicker',
  component: PeoplePicker,
  parameters: { width: 480 },
  args: { all, chosen: [], onToggle: () => {} },
};
export default meta;
type Story = StoryObj<typeof PeoplePicker>;

export const NobodyChosen: Story = {};
export const SomeChosen: Story = { args: { chosen: all.slice(0, 3) } };
/** Nobody fits in any more: only who is chosen can be taken out. */
export const Full: Story = { args: { chosen: all.slice(0, 2), isFull: true } };
/** More chosen people than fit beside each other. */
export const EverybodyChosen: Story = { args: { chosen: all } };
export const NoMatch: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'senja');
    await canvas.findByText('No friend called “senja”.');
  },
};
export const Thousand: Story = {
  args: { all: candidates(many, { language: 'en' }) },
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('checkbox', { name: 'Bram Rahardjo 1' });
    const drawn = canvasElement.querySelectorAll('[data-row]').length;
    if (drawn > 60) throw new Error(`${drawn} rows are in the page`);
  },
};
export const LongName: Story = {
  args: { all: candidates([long], { language: 'en' }), chosen: candidates([long], { language: 'en' }) },
  parameters: { width: 300 },
};
export const IndonesianLargeText: Story = {
  args: { chosen: all.slice(4, 6) },
  parameters: { width: 320, textScale: 1.4 },
  globals: { language: 'id' },
};
export const RightToLeft: Story = { args: { chosen: all.slice(0, 3) }, parameters: { dir: 'rtl' } };
