import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { LinkForm } from './LinkForm.tsx';

const meta: Meta<typeof LinkForm> = {
  title: 'features/groups/LinkForm',
  component: LinkForm,
  decorators: [
    (Story) => (
      <div className="max-w-110 p-4 text-ink">
        <Story />
      </div>
    ),
  ],
  args: { isBusy: false, onMake: fn() },
};
export default meta;
type Story = StoryObj<typeof LinkForm>;

export const Usual: Story = {
  async play({ canvas, userEvent, args }) {
    await userEvent.selectOptions(await canvas.findByLabelText('Lets in'), '10');
    await userEvent.selectOptions(canvas.getByLabelText('Ends after'), 'never');
    await userEvent.click(canvas.getByRole('button', { name: 'Make a new link' }));
    const [wish] = (args.onMake as ReturnType<typeof fn>).mock.calls[0] ?? [];
    if (JSON.stringify(wish) !== '{"uses":10}') throw new Error(`another link: ${JSON.stringify(wish)}`);
  },
};
export const Busy: Story = { args: { isBusy: true } };
