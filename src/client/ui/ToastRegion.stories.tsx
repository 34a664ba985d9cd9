import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Button } from './Button.tsx';
import { Toast } from './Toast.tsx';
import { ToastRegion } from './ToastRegion.tsx';

const toast = (text: string, more: { tone?: 'ok' | 'danger'; action?: string } = {}) => (
  <Toast
    key={text}
    text={text}
    tone={more.tone}
    action={more.action ? { label: more.action, onClick: fn() } : undefined}
    closeLabel="Dismiss"
    onClose={fn()}
    durationMs={null}
  />
);

const meta = {
  title: 'ui/ToastRegion',
  component: ToastRegion,
  parameters: { plane: 'sunken' },
  args: { label: 'Short messages', children: null },
  decorators: [
    (Story) => (
      <div className="h-[280px]">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ToastRegion>;
export default meta;
type Story = StoryObj<typeof meta>;

/** It stands there before the first toast does, and takes no press from the page below. */
export const Empty: Story = {
  play: async ({ args, canvasElement }) => {
    const region = within(canvasElement).getByRole('region', { name: args.label });
    await expect(region).toHaveAttribute('aria-live', 'polite');
    await expect(getComputedStyle(region).pointerEvents).toBe('none');
  },
};
export const One: Story = { args: { children: toast('Pinned to the top') } };
export const Several: Story = {
  args: {
    children: [
      toast('Bram is muted until tomorrow', { action: 'Unmute' }),
      toast('Link copied', { tone: 'ok' }),
      toast('The video could not be saved: the disk is full.', { tone: 'danger' }),
    ],
  },
};
export const Phone: Story = { ...Several, globals: { viewport: { value: 'phone' } } };
export const VeryLong: Story = {
  parameters: { plane: 'sunken', textScale: 1.4 },
  globals: { viewport: { value: 'phone' } },
  args: {
    children: toast('Foto profil yang baru sudah tersimpan dan sebentar lagi terlihat oleh semua temanmu', {
      action: 'Kembalikan yang lama',
    }),
  },
};
export const Languages: Story = {
  args: { children: [toast('リンクをコピーしました'), toast('링크를 복사했어요'), toast('已複製連結')] },
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', dir: 'rtl' },
  args: { children: [toast('تم نسخ الرابط', { tone: 'ok' }), toast('كُتم صوت برام', { action: 'إلغاء الكتم' })] },
};

const Adder = () => {
  const [count, setCount] = useState(0);
  return (
    <>
      <Button onClick={() => setCount(count + 1)}>Copy</Button>
      <ToastRegion label="Short messages">
        {Array.from({ length: count }, (_, index) => toast(`Copied ${index + 1}`))}
      </ToastRegion>
    </>
  );
};
/** The newest is nearest to the foot of the window. */
export const Arrives: Story = {
  render: () => <Adder />,
  play: async ({ canvasElement }) => {
    const page = within(canvasElement);
    await userEvent.click(page.getByRole('button', { name: 'Copy' }));
    await userEvent.click(page.getByRole('button', { name: 'Copy' }));
    const [first, second] = page.getAllByText(/^Copied \d$/u).map((text) => text.getBoundingClientRect().top);
    await expect(second).toBeGreaterThan(first ?? 0);
  },
};
