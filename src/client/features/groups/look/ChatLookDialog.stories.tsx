import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, within } from 'storybook/test';
import { chatGrounds, chatTints, plainLook, type ChatLook } from '#domain/chatLook.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { drawnPicture } from '#testing/fakeMediaKit.ts';
import { ChatLookDialog } from './ChatLookDialog.tsx';
import type { PhotoState } from './PhotoChoice.tsx';

type StageProps = { first: ChatLook; photoState: PhotoState; isForAll: boolean; onChange: (look: ChatLook) => void };

function Stage({ first, photoState, isForAll, onChange }: StageProps) {
  const [look, setLook] = useState(first);
  return (
    <ChatLookDialog
      look={look}
      photoSrc={look.photo && drawnPicture(look.photo)}
      photoState={photoState}
      onPhoto={fn()}
      onRetryPhoto={fn()}
      onChange={(next) => {
        setLook(next);
        onChange(next);
      }}
      onForAll={isForAll ? undefined : fn()}
      onClose={fn()}
    />
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/groups/ChatLookDialog',
  component: Stage,
  args: { first: plainLook, photoState: { kind: 'idle' }, isForAll: false, onChange: fn() },
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

const photo: ChatLook = { ...plainLook, photo: toMediaId('harbour_______________') };
/** An own picture; another ground takes it away. */
export const OwnPicture: Story = {
  args: { first: photo, isForAll: true },
  async play({ args, canvasElement, userEvent }) {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('button', { name: 'Remove picture' }));
    await expect(args.onChange).toHaveBeenLastCalledWith(plainLook);
  },
};
export const Sending: Story = { args: { photoState: { kind: 'sending', share: 0.4 } } };
export const NotSent: Story = {
  args: { first: photo, photoState: { kind: 'failed', text: 'No connection to the server.', canRetry: true } },
};
export const NoPicture: Story = {
  args: { photoState: { kind: 'failed', text: 'This is no picture that can stand here.', canRetry: false } },
};
export const OwnPictureKorean: Story = {
  args: { first: photo },
  globals: { language: 'ko' },
  parameters: { width: 360 },
};
