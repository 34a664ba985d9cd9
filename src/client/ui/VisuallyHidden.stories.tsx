import type { Meta, StoryObj } from '@storybook/react-vite';
import { Star } from 'lucide-react';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

const meta = {
  title: 'ui/VisuallyHidden',
  component: VisuallyHidden,
  args: { children: 'Favourite' },
} satisfies Meta<typeof VisuallyHidden>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The star is for the eye, the word for the ear; it takes no room. */
export const BesideAnIcon: Story = {
  render: (args) => (
    <a href="#favourites" className="inline-flex items-center rounded-control p-2">
      <Icon icon={Star} />
      <VisuallyHidden {...args} />
    </a>
  ),
  play: async ({ canvasElement }) => {
    const link = within(canvasElement).getByRole('link', { name: 'Favourite' });
    await expect(link.getBoundingClientRect().width).toBe(36);
  },
};
export const Described: Story = {
  render: () => (
    <>
      <Button aria-describedby="why">Send</Button>
      <VisuallyHidden id="why">Goes to 41 people</VisuallyHidden>
    </>
  ),
};
/** Very long words must not make the page scroll. */
export const VeryLong: Story = {
  parameters: { width: 200 },
  args: {
    children: 'Pengumuman untuk seluruh warga: kerja bakti dipindah ke hari Minggu pukul tujuh pagi. '.repeat(20),
  },
  play: async () => {
    const page = document.documentElement;
    await expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth);
  },
};
export const RightToLeft: Story = {
  ...VeryLong,
  parameters: { width: 200, dir: 'rtl' },
  args: { children: 'إعلان لجميع السكان: تغيّر موعد اللقاء. '.repeat(20) },
};

const Counter = () => {
  const [count, setCount] = useState(0);
  return (
    <>
      <Button onClick={() => setCount(count + 1)}>Next result</Button>
      <VisuallyHidden role="status">{count > 0 && `Result ${count} of 9`}</VisuallyHidden>
    </>
  );
};
/** As a status it stands there empty and announces what comes. */
export const Announces: Story = {
  render: () => <Counter />,
  play: async ({ canvasElement }) => {
    const status = within(canvasElement).getByRole('status');
    await expect(status).toBeEmptyDOMElement();
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(status).toHaveTextContent('Result 1 of 9');
  },
};
