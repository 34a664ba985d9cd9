import type { Meta, StoryObj } from '@storybook/react-vite';
import { Bell, BellOff, CornerUpLeft, ImageIcon, Pin, SendHorizontal, Users } from 'lucide-react';
import { Icon } from './Icon.tsx';
import type { IconProps } from './Icon.tsx';

const meta = { title: 'ui/Icon', component: Icon, args: { icon: Bell } } satisfies Meta<typeof Icon>;
export default meta;
type Story = StoryObj<typeof meta>;

const SIZES: NonNullable<IconProps['size']>[] = [12, 14, 16, 20, 24, 32];

export const Default: Story = {};
export const Sizes: Story = {
  render: () => (
    <div className="grid gap-3">
      {[Bell, Users, ImageIcon].map((icon, row) => (
        <div key={row} className="flex items-end gap-3">
          {SIZES.map((size) => (
            <Icon key={size} icon={icon} size={size} />
          ))}
        </div>
      ))}
    </div>
  ),
};
/** It takes the colour of the words around it, or its own. */
export const Colours: Story = {
  render: () => (
    <div className="flex gap-3 text-ink-soft">
      <Icon icon={Pin} />
      <Icon icon={BellOff} className="text-ink-faint" />
      <Icon icon={Bell} className="text-brand-text" />
      <Icon icon={Bell} className="text-danger" />
    </div>
  ),
};
/** The words decide the name; the drawing does not shrink when they are long. */
export const BesideLongWords: Story = {
  parameters: { width: 180 },
  render: () => (
    <p className="flex items-center gap-2">
      <Icon icon={Users} />
      Kirim undangan kepada semua orang di daftar kontak
    </p>
  ),
};
const Directions = () => (
  <div className="flex gap-3">
    <Icon icon={CornerUpLeft} isMirrored />
    <Icon icon={SendHorizontal} isMirrored />
    <Icon icon={Bell} />
  </div>
);
export const LeftToRight: Story = { render: () => <Directions /> };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, render: () => <Directions /> };
