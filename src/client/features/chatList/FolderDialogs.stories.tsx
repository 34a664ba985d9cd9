import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { writeFolder } from '#domain/writeFolders.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { FakeSeed } from '#testing/fakeServices.ts';
import { jogja, sampleSeed } from '#testing/sampleChats.ts';
import { withServices } from '#testing/withServices.tsx';
import { FolderDialogs } from './FolderDialogs.tsx';

const many = Array.from({ length: 100 }, (_, index): ChatId => toChatId(9_000 + index));
const folder = (id: string, name: string, rank: number, chats: ChatId[] = []) => writeFolder({ id, name, rank, chats });
const seed: FakeSeed = {
  ...sampleSeed,
  folderPrefs: [folder('a', 'Work', 1, [jogja]), folder('b', '家族と友だち', 2), folder('c', 'Perjalanan', 3, many)],
};
const ten = Array.from({ length: 10 }, (_, index) => folder(`f${index}`, `Folder ${index + 1}`, index));

const meta: Meta<typeof FolderDialogs> = {
  title: 'features/chatList/FolderDialogs',
  component: FolderDialogs,
  decorators: [withServices(seed)],
  args: { question: { kind: 'all' }, onClose: () => undefined },
};
export default meta;
type Story = StoryObj<typeof FolderDialogs>;

export const All: Story = {};
export const None: Story = { parameters: { seed: sampleSeed } };
export const TenAndNoMore: Story = { parameters: { seed: { ...sampleSeed, folderPrefs: ten } } };
/** Named, moved and taken away by keyboard; a name that is taken is refused with words. */
export const Managing: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Name of the folder'), 'Work{Enter}');
    await canvas.findByText('There is a folder with this name.');
    await userEvent.clear(canvas.getByLabelText('Name of the folder'));
    await userEvent.type(canvas.getByLabelText('Name of the folder'), 'Clubs{Enter}');
    (await canvas.findByRole('button', { name: 'Move Clubs up' })).focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getAllByRole('listitem').map((item) => item.querySelector('bdi')?.textContent)).toEqual([
      'Work',
      '家族と友だち',
      'Clubs',
      'Perjalanan',
    ]);
  },
};
export const Deleting: Story = {
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete Work' }));
    await canvas.findByText(/stay where they are/);
  },
};
export const OfOneChat: Story = {
  args: { question: { kind: 'chat', c: jogja, title: 'Jogja bareng 🛵' } },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: /家族と友だち/ }));
    await expect(canvas.getByRole('checkbox', { name: /家族と友だち/ })).toBeChecked();
    await expect(canvas.getByRole('checkbox', { name: /Perjalanan/ })).toBeDisabled();
  },
};
export const ArchiveFull: Story = { args: { question: { kind: 'archiveFull' } } };
export const JapaneseLargeText: Story = {
  parameters: { textScale: 1.4 },
  globals: { language: 'ja', viewport: { value: 'phone' } },
};
