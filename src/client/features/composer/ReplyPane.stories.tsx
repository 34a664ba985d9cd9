import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { useServices } from '#client/context.ts';
import { localRow } from '#testing/localRows.ts';
import { jogjaWindow, sampleSeed } from '#testing/sampleChats.ts';
import { sampleCards } from '#testing/samplePeople.ts';
import { withServices } from '#testing/withServices.tsx';
import { ReplyPane } from './ReplyPane.tsx';

const { c } = jogjaWindow;
const far = localRow(9_999, { u: toMemberId(sampleCards[0]?.id ?? 1), b: { x: 'far above, from the server' } });

function Stage({ seq }: { seq: number }) {
  return <ReplyPane window={useServices().openChat(toChatId(c))} seq={seq} onCancel={() => undefined} />;
}

const meta: Meta<typeof Stage> = {
  title: 'features/composer/ReplyPane',
  component: Stage,
  decorators: [withServices({})],
  parameters: { seed: { ...sampleSeed, originals: new Map([[c, [far]]]) } },
  args: { seq: 9_999 },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const FromAfar: Story = {
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText('far above, from the server')).toBeVisible();
  },
};
export const NotForMe: Story = {
  args: { seq: 5_000 },
  async play({ canvasElement }) {
    await expect(await within(canvasElement).findByText('A message you cannot see')).toBeVisible();
  },
};
export const Offline: Story = { parameters: { seed: sampleSeed } };
