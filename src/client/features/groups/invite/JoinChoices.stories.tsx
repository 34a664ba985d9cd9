import type { Meta, StoryObj } from '@storybook/react-vite';
import { JoinChoices } from './JoinChoices.tsx';

const nothing = () => {};
const meta: Meta<typeof JoinChoices> = {
  title: 'features/groups/JoinChoices',
  component: JoinChoices,
  decorators: [
    (Story) => (
      <div className="w-panel p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: {
    waiting: 0,
    hasApproval: false,
    question: '',
    onLinks: nothing,
    onRequests: nothing,
    onApproval: nothing,
    onQuestion: nothing,
  },
};
export default meta;
type Story = StoryObj<typeof JoinChoices>;

export const Admin: Story = {};
export const Approval: Story = { args: { hasApproval: true, question: 'Which film did you shoot last?', waiting: 3 } };
export const Member: Story = { args: { onRequests: undefined, onApproval: undefined, onQuestion: undefined } };
/** The button appears with the first change. */
export const ChangingTheQuestion: Story = {
  args: { hasApproval: true },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Question to them'), 'Why?');
    await canvas.findByRole('button', { name: 'Save' });
  },
};
export const Indonesian: Story = {
  args: { hasApproval: true, waiting: 120 },
  parameters: { textScale: 1.4 },
  globals: { language: 'id' },
};
export const RightToLeft: Story = { args: { hasApproval: true, waiting: 2 }, parameters: { dir: 'rtl' } };
