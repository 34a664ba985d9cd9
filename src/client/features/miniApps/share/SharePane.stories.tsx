import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { toAppId } from '#protocol/casts.ts';
import { queueCard } from '#testing/sampleAppCards.ts';
import { sampleSeed } from '#testing/sampleChats.ts';
import type { FakeAnswers, FakeSeed } from '#testing/fakeServices.ts';
import { withServices } from '#testing/withServices.tsx';
import { SharePane } from './SharePane.tsx';

const card: FakeAnswers['app.card'] = () => ({ ok: true, data: { body: queueCard } });
const answering = (answers: FakeAnswers): { seed: FakeSeed } => ({ seed: { ...sampleSeed, health: {}, answers } });
const sharing = (sent: number) => fn<NonNullable<FakeAnswers['app.share']>>(() => ({ ok: true, data: { sent } }));
const shared = sharing(2);
const lost = fn<NonNullable<FakeAnswers['app.share']>>(() => ({ ok: false, code: 'TIMEOUT' }));

const meta: Meta<typeof SharePane> = {
  title: 'features/miniApps/SharePane',
  component: SharePane,
  decorators: [withServices({})],
  parameters: answering({ 'app.card': card, 'app.share': shared }),
  args: { app: { id: toAppId('antre'), name: 'Antre Dulu' }, card: 'c1', onDone: fn() },
};
export default meta;
type Story = StoryObj<typeof SharePane>;

const page = (element: HTMLElement) => within(element.ownerDocument.body);
async function chooseTwo(element: HTMLElement): Promise<void> {
  const view = page(element);
  await view.findByText('Klinik Gigi Melati');
  await userEvent.click(view.getByRole('checkbox', { name: /Jogja/ }));
  await userEvent.click(view.getByRole('checkbox', { name: /Piket/ }));
  await userEvent.type(view.getByRole('textbox', { name: 'Your own words' }), 'Come with me');
  await userEvent.click(view.getByRole('button', { name: 'Share in 2 chats' }));
}

/** The page learns that it was shared; the server gets chats and words. */
export const Sent: Story = {
  async play({ canvasElement, args }) {
    await chooseTwo(canvasElement);
    await waitFor(() => expect(args.onDone).toHaveBeenCalledWith('sent'));
    await expect(shared.mock.lastCall?.[0]).toMatchObject({
      ...{ app: 'antre', card: 'c1', chats: [2_001, 2_006] },
      text: 'Come with me',
    });
  },
};
export const SomeRefused: Story = {
  parameters: answering({ 'app.card': card, 'app.share': sharing(1) }),
  async play({ canvasElement, args }) {
    await chooseTwo(canvasElement);
    await page(canvasElement).findByText('1 of 2 chats took the card; the others refused it.');
    await userEvent.click(page(canvasElement).getByRole('button', { name: 'Done' }));
    await expect(args.onDone).toHaveBeenCalledWith('sent');
  },
};
/** The second try is the same share for the server, which may have got the first. */
export const LostAnswer: Story = {
  parameters: answering({ 'app.card': card, 'app.share': lost }),
  async play({ canvasElement, args }) {
    lost.mockClear();
    await chooseTwo(canvasElement);
    await page(canvasElement).findByText(/cannot be reached/);
    await userEvent.click(page(canvasElement).getByRole('button', { name: 'Share in 2 chats' }));
    await waitFor(() => expect(lost).toHaveBeenCalledTimes(2));
    const ops = lost.mock.calls.map(([{ op }]) => op);
    await expect([ops.length, new Set(ops).size]).toEqual([2, 1]);
    await userEvent.click(page(canvasElement).getByRole('button', { name: 'Close' }));
    await expect(args.onDone).toHaveBeenCalledWith('failed');
  },
};
export const Declined: Story = {
  async play({ canvasElement, args }) {
    await page(canvasElement).findByText('Klinik Gigi Melati');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(page(canvasElement).getByRole('button', { name: 'Close' }));
    await expect(args.onDone).toHaveBeenCalledWith('declined');
  },
};
export const Expired: Story = {
  parameters: answering({ 'app.card': () => ({ ok: false, code: 'GONE' }) }),
  async play({ canvasElement, args }) {
    await userEvent.click(await page(canvasElement).findByRole('button', { name: 'Back to the app' }));
    await expect(args.onDone).toHaveBeenCalledWith('expired');
  },
};
export const Offline: Story = { parameters: answering({}) };
