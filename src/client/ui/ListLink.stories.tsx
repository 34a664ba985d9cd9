import type { Meta, StoryObj } from '@storybook/react-vite';
import { Clock, Languages, Laptop, Sun } from 'lucide-react';
import { Badge } from './Badge.tsx';
import { ListLink } from './ListLink.tsx';
import { SectionLabel } from './SectionLabel.tsx';
import { LinkButton } from './LinkButton.tsx';

const meta = {
  title: 'ui/ListLink',
  component: ListLink,
  parameters: { width: 352 },
  args: { href: '#', title: 'Language', icon: Languages, end: 'English' },
} satisfies Meta<typeof ListLink>;
export default meta;
type Story = StoryObj<typeof meta>;

const Menu = () => (
  <div>
    <ListLink href="#" title="Unsent messages" icon={Clock} tone="warn" end={<Badge count={4} />} />
    <SectionLabel
      end={
        <LinkButton href="#" className="text-12">
          Find more
        </LinkButton>
      }
    >
      This device
    </SectionLabel>
    <ListLink href="#" title="Appearance" icon={Sun} isCurrent />
    <ListLink href="#" title="Language" icon={Languages} end="English" />
    <ListLink href="#" title="Devices" icon={Laptop} end="3" />
  </div>
);
export const Default: Story = { render: () => <Menu /> };
export const Hover: Story = {
  render: () => (
    <div data-force="hover">
      <Menu />
    </div>
  ),
};
export const Focus: Story = {
  render: () => (
    <div data-force="focus">
      <Menu />
    </div>
  ),
};
export const VeryLong: Story = { args: { title: 'Perangkat yang masuk dengan akun ini', end: 'Bahasa Indonesia' } };
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, render: () => <Menu /> };
