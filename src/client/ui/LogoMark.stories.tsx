import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { LogoMark } from './LogoMark.tsx';

const meta = { title: 'ui/LogoMark', component: LogoMark } satisfies Meta<typeof LogoMark>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Without a label it is decoration of the words beside it. */
export const BesideItsName: Story = {
  render: () => (
    <p className="flex items-center gap-2 text-20 font-bold">
      <LogoMark /> Kabar
    </p>
  ),
};
export const Labelled: Story = {
  args: { label: 'Kabar' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('img', { name: 'Kabar' })).toBeVisible();
  },
};
export const Sizes: Story = {
  render: () => (
    <div className="flex items-end gap-4">
      {[14, 20, 28, 36, 56, 96].map((size) => (
        <LogoMark key={size} size={size} />
      ))}
    </div>
  ),
};
export const OnSunken: Story = { parameters: { plane: 'sunken' }, args: { size: 56 } };
/** The bill points the same way in every language: a mark does not turn round. */
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, args: { size: 56 } };
