import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleCards } from '#testing/samplePeople.ts';
import { PeopleList, type PeopleListRow } from './PeopleList.tsx';

const rows = (count: number): PeopleListRow[] => [
  { kind: 'label', key: 'label', text: `Friends · ${count}` },
  ...Array.from({ length: count }, (_, index): PeopleListRow => {
    const card = sampleCards[index % sampleCards.length];
    const person = { id: String(index), name: `${card?.name} ${index}`, href: `#${index}` };
    return { kind: 'person', key: String(index), person };
  }),
  { kind: 'note', key: 'note', node: <p className="p-2 text-13 text-ink-soft">That is everybody.</p> },
];

const meta: Meta<typeof PeopleList> = {
  title: 'parts/PeopleList',
  component: PeopleList,
  decorators: [
    (Story) => (
      <div className="flex h-[520px] w-list flex-col">
        <Story />
      </div>
    ),
  ],
  args: { label: 'Friends', rows: rows(8) },
};
export default meta;
type Story = StoryObj<typeof PeopleList>;

export const Few: Story = {};
/** One tab stop; the arrows, Home and End move the focus, also to rows that were not in the page. */
export const FiveThousand: Story = {
  args: { rows: rows(5_000) },
  async play({ canvas, userEvent }) {
    const first = await canvas.findByRole('link', { name: '青島みのり 0' });
    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitForFocus('Ibu 1');
    await userEvent.keyboard('{End}');
    await waitForFocus('韋婷 4999');
    await userEvent.keyboard('{Home}');
    await waitForFocus('青島みのり 0');
  },
};

async function waitForFocus(name: string): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    if (document.activeElement?.textContent === name) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`the focus is on "${document.activeElement?.textContent}", not on "${name}"`);
}
