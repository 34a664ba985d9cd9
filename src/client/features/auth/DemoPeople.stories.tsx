import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleCards } from '#testing/samplePeople.ts';
import { DemoPeople } from './DemoPeople.tsx';

const people = sampleCards.map(({ id, handle, name }) => ({ id, name, handle: handle ?? '' }));

const meta: Meta<typeof DemoPeople> = {
  title: 'features/auth/DemoPeople',
  component: DemoPeople,
  parameters: { width: 440 },
  args: { people, onEnter: () => {} },
};
export default meta;
type Story = StoryObj<typeof DemoPeople>;

export const Many: Story = {};
export const Few: Story = { args: { people: people.slice(0, 3) } };
export const Opening: Story = { args: { busy: people[1]?.handle ?? '' } };
