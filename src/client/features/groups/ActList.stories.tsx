import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ActId } from '#protocol/entities/guardedAct.ts';
import { ActList } from './ActList.tsx';
import type { ActRow } from './actRows.ts';

const row = (id: number, text: string, more: Partial<ActRow> = {}): ActRow => ({
  id: `act-${id}` as ActId,
  text,
  people: '青島みのり, Budi, Chloé, Dani Pratama, Emi and 水野みお',
  time: 'until Fri 20:24',
  byName: 'Sari',
  count: 6,
  isWaiting: false,
  isMineToApprove: false,
  isMine: false,
  ...more,
});
const waiting = row(1, 'Sari wants to remove 6 people', {
  isWaiting: true,
  isMineToApprove: true,
  time: 'Happens by itself: Fri 20:24',
});
const done = [
  row(2, 'Sari removed 6 people'),
  row(3, 'Sari changed the name “Jogja bareng 🛵”', { people: '' }),
  row(4, 'Sari deleted 14 messages of others', { people: '' }),
];

const meta: Meta<typeof ActList> = {
  title: 'features/groups/ActList',
  component: ActList,
  parameters: { plane: 'none' },
  decorators: [
    (Story) => (
      <div className="w-panel bg-surface p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: { rows: [waiting, ...done], isBusy: false, problem: undefined, onApprove() {}, onRefuse() {}, onUndo() {} },
};
export default meta;
type Story = StoryObj<typeof ActList>;

export const Admin: Story = {};
/** Whoever asked waits for somebody else. */
export const Asker: Story = { args: { rows: [{ ...waiting, isMine: true, isMineToApprove: false }] } };
export const OnlyDone: Story = { args: { rows: done } };
export const Nothing: Story = { args: { rows: [] } };
export const Failed: Story = { args: { problem: 'The server cannot be reached right now.' } };
export const JapaneseLargeText: Story = { parameters: { textScale: 1.4 }, globals: { language: 'ja' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
