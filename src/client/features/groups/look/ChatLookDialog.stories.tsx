import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, within } from 'storybook/test';
import { chatGrounds, chatTints, plainLook, type ChatLook } from '#domain/chatLook.ts';
import { ChatLookDialog } from './ChatLookDialog.tsx';

type StageProps = { first: ChatLook; onChange: (look: ChatLook) => void };

function Stage({ first, onChange }: StageProps) {
  const [look, setLook] = useState(first);
  return (
    <ChatLookDialog
      look={look}
      onChange={(next) => {
        setLook(next);
        onChange(next);
      }}
      onClose={fn()}
    />
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/groups/ChatLookDialog',
  component: Stage,
  args: { first: plainLook, onChange: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Plain: Story = {
  async play({ args, canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('radio', { name: 'Sky' }));
    await userEvent.click(page.getByRole('radio', { name: 'Violet' }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ ground: 'sky', tint: 'violet' });
    await userEvent.click(page.getByRole('button', { name: 'Back to plain' }));
    await expect(args.onChange).toHaveBeenLastCalledWith(plainLook);
  },
};
const of = (ground: ChatLook['ground'], tint: ChatLook['tint']): Story => ({ args: { first: { ground, tint } } });
export const SandBlue = of(chatGrounds[1], chatTints[1]);
export const SkyViolet = of(chatGrounds[2], chatTints[2]);
export const LeafRose = of(chatGrounds[3], chatTints[3]);
export const RoseAmber = of(chatGrounds[4], chatTints[4]);
export const DotsGreen = of(chatGrounds[5], chatTints[5]);
export const Weave = of(chatGrounds[6], chatTints[0]);
export const Waves = of(chatGrounds[7], chatTints[0]);
export const Phone: Story = { ...of('leaf', 'amber'), parameters: { width: 360 } };
export const Indonesian: Story = { globals: { language: 'id' }, parameters: { width: 360 } };
