import type { Meta, StoryObj } from '@storybook/react-vite';
import { DuskScene } from './DuskScene.tsx';
import { LogoMark } from './LogoMark.tsx';
import { Tika } from './Tika.tsx';

const meta = { title: 'ui/Tika', component: Tika, args: { pose: 'nap' } } satisfies Meta<typeof Tika>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Poses: Story = {
  render: () => (
    <div className="flex flex-wrap items-end gap-8">
      <Tika pose="nap" width={160} />
      <Tika pose="doze" width={160} />
      <Tika pose="wave" width={160} label="Tika with a letter" />
    </div>
  ),
};
export const Mark: Story = {
  render: () => (
    <div className="flex items-end gap-4">
      <LogoMark size={16} />
      <LogoMark size={24} />
      <LogoMark label="Kabar" />
      <LogoMark size={72} />
    </div>
  ),
};
export const Dusk: Story = {
  parameters: { plane: 'none' },
  render: () => (
    <div className="relative h-[700px] max-w-[720px]">
      <DuskScene />
    </div>
  ),
};
