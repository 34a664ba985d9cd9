import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleAudit, sampleNames } from '#testing/sampleModeration.ts';
import { AuditRow } from './AuditRow.tsx';

function Log({ isBusy }: { isBusy: boolean }) {
  return (
    <ul className="rounded-card bg-surface-raised shadow-edge">
      {sampleAudit.map((entry) => (
        <AuditRow key={entry.id} entry={entry} names={sampleNames} isBusy={isBusy} onUndo={() => undefined} />
      ))}
    </ul>
  );
}

const meta: Meta<typeof Log> = {
  title: 'features/moderation/AuditRow',
  component: Log,
  parameters: { plane: 'sunken' },
  args: { isBusy: false },
};
export default meta;
type Story = StoryObj<typeof Log>;

/** Undoable, undone, final, by the filter, and one of a later version. */
export const Entries: Story = {};
export const Busy: Story = { args: { isBusy: true } };
export const Japanese: Story = { globals: { language: 'ja' } };
export const IndonesianLargeText: Story = { parameters: { width: 360, textScale: 1.4 }, globals: { language: 'id' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
