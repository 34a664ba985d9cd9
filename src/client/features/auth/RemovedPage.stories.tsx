import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { catchCopies, refuseCopies } from '#testing/fakeClipboard.ts';
import { EntryContext } from '#client/context.ts';
import { toChatId } from '#protocol/casts.ts';
import { createFakeEntryServices } from '#testing/fakeServices.ts';
import { sendEntry } from '#testing/localRows.ts';
import { sampleMe } from '#testing/samplePeople.ts';
import { withEntry } from '#testing/withEntry.tsx';
import { RemovedPage } from './RemovedPage.tsx';

const c = toChatId(7);
const long = 'One more thing about Saturday: the train leaves at nine, not at ten. '.repeat(8);

/** Services of a device that was logged out while this was waiting on it. */
function removedWith(texts: readonly string[], draft?: string) {
  const entry = createFakeEntryServices();
  const outbox = texts.map((x, index) => {
    const made = sendEntry(index + 1);
    return { ...made, action: { ...made.action, b: { x } } } as typeof made;
  });
  const drafts = draft === undefined ? [] : [{ c: toChatId(8), text: draft, at: undefined, updated: 1 }];
  const left = { outbox, drafts, titles: [[c, '青島みのり'] as [typeof c, string]] };
  entry.session.setState({ state: 'removed', userId: sampleMe.id, account: sampleMe, left });
  return { ...entry, forgetLeft: async () => entry.session.setState({ left: undefined }) };
}

/** What a person finds after somebody has logged this device out. */
const meta: Meta<typeof RemovedPage> = {
  title: 'features/auth/RemovedPage',
  component: RemovedPage,
  decorators: [
    (Story, { parameters }) => (
      <EntryContext value={parameters['removed'] ?? removedWith([])}>
        <Story />
      </EntryContext>
    ),
    withEntry(),
  ],
  parameters: { plane: 'none' },
};
export default meta;
type Story = StoryObj<typeof RemovedPage>;

export const NothingWaiting: Story = {
  async play({ canvas }) {
    await canvas.findByRole('heading', { name: 'This device was logged out' });
  },
};
export const OneText: Story = { parameters: { removed: removedWith(['see you at seven']) } };
export const SeveralTexts: Story = {
  parameters: { removed: removedWith(['see you at seven', long, '駅前で待っています'], 'not finished yet') },
};
export const AllCopied: Story = {
  ...SeveralTexts,
  async play({ canvas, userEvent }) {
    const written = catchCopies();
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy all' }));
    await canvas.findByRole('button', { name: 'Copied' });
    await expect(written).toEqual([expect.stringMatching(/^see you at seven\n\n/)]);
  },
};
/** These texts are nowhere else: nobody may believe that they were copied. */
export const NotCopied: Story = {
  ...SeveralTexts,
  async play({ canvas, userEvent }) {
    refuseCopies();
    const failures = () => canvas.queryAllByText(/^Could not be copied/);
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy all' }));
    await waitFor(() => expect(failures()).toHaveLength(1));
    await userEvent.click(canvas.getAllByRole('button', { name: 'Copy text' })[0] as HTMLElement);
    await waitFor(() => expect(failures()).toHaveLength(2));
  },
};
export const Discarded: Story = {
  parameters: { removed: removedWith(['never mind'], 'nor this') },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete these texts' }));
    const page = canvas.getByText('never mind').ownerDocument;
    const dialog = page.querySelector('[role="alertdialog"]');
    if (!dialog) throw new Error('no question');
    await userEvent.click([...dialog.querySelectorAll('button')].find((button) => button.textContent === 'Discard')!);
    if (canvas.queryByText('never mind')) throw new Error('the texts are still there');
  },
};
export const RightToLeft: Story = {
  parameters: { dir: 'rtl', removed: removedWith(['שבע בערב?', 'see you at seven']) },
};
export const Indonesian: Story = { globals: { language: 'id' }, parameters: SeveralTexts.parameters };
export const Japanese: Story = { globals: { language: 'ja' }, parameters: SeveralTexts.parameters };
export const Korean: Story = { globals: { language: 'ko' }, parameters: SeveralTexts.parameters };
export const TraditionalChinese: Story = { globals: { language: 'zh-TW' }, parameters: SeveralTexts.parameters };
