import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { FoundForm } from './FoundForm.tsx';

const meta: Meta<typeof FoundForm> = {
  title: 'features/communities/FoundForm',
  component: FoundForm,
  args: { isBusy: false, problem: undefined, onFound: fn(), onClose: () => undefined },
};
export default meta;
type Story = StoryObj<typeof FoundForm>;

export const Blank: Story = {};
export const Offline: Story = { args: { problem: 'The server cannot be reached right now.' } };
/** The first field that is wrong takes the focus. */
export const Incomplete: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: /^Code/ }));
    await userEvent.clear(canvas.getByLabelText('Most members'));
    await userEvent.click(canvas.getByRole('button', { name: 'Found it' }));
    await expect((await canvas.findAllByText('Please fill this in.')).length).toBe(3);
    await canvas.findByText('Please look at the marked fields.');
  },
};
export const Filled: Story = {
  async play({ canvas, userEvent, args }) {
    await userEvent.type(await canvas.findByLabelText('Name of the community'), 'Film Pelan');
    await userEvent.type(canvas.getByLabelText('Your name here'), 'Senja');
    await userEvent.click(canvas.getByRole('radio', { name: /^Approval/ }));
    await userEvent.type(canvas.getByLabelText('Question to those who ask'), 'Why?');
    await userEvent.click(canvas.getByRole('button', { name: 'Found it' }));
    await expect(args.onFound).toHaveBeenCalledWith({
      ...{ title: 'Film Pelan', nn: 'Senja', cap: 5_000, hist: 180 },
      set: { join: 2, ask: 'Why?', listed: 1 },
    });
  },
};
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
