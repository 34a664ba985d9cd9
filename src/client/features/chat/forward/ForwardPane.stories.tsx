import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { useServices } from '#client/context.ts';
import type { FakeServices } from '#testing/fakeServices.ts';
import { jogjaWindow, sampleSeed } from '#testing/sampleChats.ts';
import { sampleLine } from '#testing/sampleLine.ts';
import { withServices } from '#testing/withServices.tsx';
import { ForwardPane, type ForwardPaneProps } from './ForwardPane.tsx';

const used: { services?: FakeServices } = {};
function Stage(props: ForwardPaneProps) {
  const services = useServices() as FakeServices;
  useEffect(() => {
    used.services = services;
  }, [services]);
  return <ForwardPane {...props} />;
}

const one = sampleLine('group', '車票錢');
const meta: Meta<typeof Stage> = {
  title: 'features/chat/ForwardPane',
  component: Stage,
  decorators: [withServices({})],
  parameters: { seed: { ...sampleSeed, health: {} } },
  args: { items: [one], from: jogjaWindow, onDone: fn(), onClose: fn() },
};
export default meta;
type Story = StoryObj<typeof Stage>;

const page = (element: HTMLElement) => within(element.ownerDocument.body);

/** Lines move while friends are still coming in: the one that is meant is looked for again at each try. */
const choose = (view: ReturnType<typeof within>, index: number) =>
  waitFor(async () => {
    const box = view.getAllByRole('checkbox')[index] as HTMLInputElement;
    if (!box.checked) await userEvent.click(box);
    await expect(view.getAllByRole('checkbox')[index]).toBeChecked();
  });

export const Empty: Story = {};
/** Words go before what is forwarded, into every chat. */
export const Sent: Story = {
  async play({ canvasElement, args }) {
    const view = page(canvasElement);
    await choose(view, 0);
    await choose(view, 1);
    await userEvent.type(view.getByRole('textbox', { name: 'Your own words' }), 'look');
    await userEvent.click(view.getByRole('switch', { name: 'Show who wrote it' }));
    await userEvent.click(view.getByRole('button', { name: 'Forward to 2 chats' }));
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith('Forwarded to 2 chats'));
    const sends = (used.services?.calls ?? [])
      .filter(({ name }) => name === 'sendMessage')
      .map(({ input }) => input as { fw?: object; b: { x: string } });
    await expect(sends.map(({ b, fw }) => (fw ? 'fw' : b.x))).toEqual(['look', 'fw', 'look', 'fw']);
    await expect(sends[1]?.fw).toEqual({ c: jogjaWindow.c, s: one.seq });
  },
};
export const Several: Story = { args: { items: [one, sampleLine('group', 'group picture')] } };
export const NoMatch: Story = {
  async play({ canvasElement }) {
    await userEvent.type(await page(canvasElement).findByRole('searchbox'), 'nobody');
    await expect(page(canvasElement).getByText('Nothing matches “nobody”.')).toBeVisible();
  },
};
export const Offline: Story = {
  parameters: { seed: { ...sampleSeed, health: { status: { phase: 'offline', clockOffset: 0 } } } },
  async play({ canvasElement, args }) {
    const view = page(canvasElement);
    await choose(view, 0);
    await userEvent.click(view.getByRole('button', { name: 'Forward to 1 chat' }));
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith('Will be forwarded to 1 chat when you are online'));
  },
};
