import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button } from '#client/ui/Button.tsx';
import { sampleNames } from '#testing/sampleModeration.ts';
import { PeopleSection } from './PeopleSection.tsx';

const meta: Meta<typeof PeopleSection> = {
  title: 'features/moderation/PeopleSection',
  component: PeopleSection,
  parameters: { plane: 'sunken' },
  args: {
    title: 'May not write now',
    empty: 'Nobody is muted.',
    names: sampleNames,
    rows: [
      {
        key: '1',
        mid: 1_004,
        detail: 'until 3 Jun, 18:00',
        end: (
          <Button kind="quiet" size="small">
            Give the word back
          </Button>
        ),
      },
      { key: '2', mid: 1_006, detail: 'removed · 3 Jun, 12:00' },
    ],
  },
};
export default meta;
type Story = StoryObj<typeof PeopleSection>;

export const Filled: Story = {};
export const Empty: Story = { args: { rows: [] } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
