import type { Meta, StoryObj } from '@storybook/react-vite';
import { InvitationCard } from './InvitationCard.tsx';

const meta: Meta<typeof InvitationCard> = {
  title: 'features/joining/InvitationCard',
  component: InvitationCard,
  decorators: [
    (Story) => (
      <div className="grid justify-items-center p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    title: 'Jogja bareng 🛵',
    faceId: '2001',
    count: 14,
    by: { name: 'Ibu', faceId: 'c3' },
    busy: undefined,
    problem: undefined,
    onAnswer: () => {},
  },
};
export default meta;
type Story = StoryObj<typeof InvitationCard>;

export const Usual: Story = {};
export const WhoIsNotKnownYet: Story = { args: { by: undefined } };
export const Accepting: Story = { args: { busy: 'accept' } };
export const Declining: Story = { args: { busy: 'decline' } };
export const Failed: Story = { args: { problem: 'There is no room for more people.' } };
export const LongInIndonesian: Story = {
  args: { title: 'Launch — Q3 field research and everything after it', about: 'A long description. '.repeat(12) },
  parameters: { textScale: 1.4 },
  globals: { language: 'id', viewport: { value: 'phone' } },
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' } };
