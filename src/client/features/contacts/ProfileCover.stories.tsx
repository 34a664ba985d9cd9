import type { Meta, StoryObj } from '@storybook/react-vite';
import { faceColours } from '#domain/faceId.ts';
import { ProfileCover } from './ProfileCover.tsx';

const meta: Meta<typeof ProfileCover> = {
  title: 'features/contacts/ProfileCover',
  component: ProfileCover,
  args: { id: '1002' },
  decorators: [
    (Story) => (
      <div className="relative h-42 max-w-140">
        <Story />
      </div>
    ),
  ],
};
export default meta;
type Story = StoryObj<typeof ProfileCover>;

export const Person: Story = {};
/** A colour that the person chose. */
export const ChosenColour: Story = { args: { id: 'c9' } };
export const Narrow: Story = { parameters: { width: 200 } };
export const AllColours: Story = {
  render: () => (
    <div className="grid grid-cols-3 gap-2">
      {faceColours.map((colour) => (
        <div key={colour} className="relative h-20">
          <ProfileCover id={colour} />
        </div>
      ))}
    </div>
  ),
};
