import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import { NewAppForm } from './NewAppForm.tsx';

const meta: Meta<typeof NewAppForm> = {
  title: 'features/appMaker/NewAppForm',
  component: NewAppForm,
  parameters: { plane: 'raised', width: 600 },
  args: { place: '{app}.localhost:8787', isBusy: false, taken: undefined, onCreate: fn() },
};
export default meta;
type Story = StoryObj<typeof NewAppForm>;

export const Empty: Story = {};
/** The address is shown while the id is typed. */
export const Typed: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'Kopi-Antre');
    await expect(canvas.getByText('kopi-antre.localhost:8787')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Take this id' }));
    await expect(args.onCreate).toHaveBeenCalledWith('kopi-antre');
  },
};
export const Reserved: Story = {
  async play({ args, canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'admin{Enter}');
    await canvas.findByText(/kept back/);
    await expect(args.onCreate).not.toHaveBeenCalledWith('admin');
  },
};
export const WrongCharacters: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'kopi antre');
    await canvas.findByText(/Only the letters/);
  },
};
/** Too short is no mistake while somebody types, only when they are done. */
export const TooShort: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'ab');
    await expect(canvas.queryByText(/At least 3/)).toBeNull();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(/At least 3/);
  },
};
export const Taken: Story = {
  args: { taken: toAppId('cafe') },
  async play({ canvas, userEvent }) {
    await userEvent.type(canvas.getByLabelText('Id'), 'cafe');
    await canvas.findByText(/had it once/);
  },
};
export const NoPlaceKnown: Story = { args: { place: undefined } };
export const Busy: Story = { args: { isBusy: true } };
