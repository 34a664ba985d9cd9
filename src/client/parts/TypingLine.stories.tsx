import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { TypingLine } from './TypingLine.tsx';

const PEOPLE = ['박서준', 'Ingrid Olsen', '林佳穎', '小林さくら'].map((name) => ({ id: name, name }));

const meta = {
  title: 'parts/TypingLine',
  component: TypingLine,
  parameters: { plane: 'sunken', width: 400 },
  args: { people: PEOPLE.slice(0, 1), text: '박서준 writes' },
} satisfies Meta<typeof TypingLine>;
export default meta;
type Story = StoryObj<typeof meta>;

export const One: Story = {};
/** Three faces at most; the words count the rest. */
export const Many: Story = { args: { people: PEOPLE, text: '박서준, Ingrid and 2 others write' } };
/** The place stays when nobody writes, or the list would jump. */
export const Nobody: Story = {
  args: { people: [], text: '' },
  play: async ({ canvasElement }) => {
    const line = within(canvasElement).getByRole('status');
    await expect(line).toBeEmptyDOMElement();
    await expect(line.getBoundingClientRect().height).toBe(40);
  },
};
export const VeryLong: Story = {
  parameters: { plane: 'sunken', width: 260 },
  args: { people: PEOPLE, text: 'Raden Ajeng Kusumawardhani Notohadiningrat dan tiga orang lainnya sedang mengetik' },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('status').scrollWidth).toBeLessThanOrEqual(228);
  },
};
export const LargeText: Story = { ...Many, parameters: { plane: 'sunken', width: 400, textScale: 1.4 } };
export const Languages: Story = {
  render: () => (
    <>
      <TypingLine people={PEOPLE.slice(1, 2)} text="Ingrid sedang mengetik" />
      <TypingLine people={PEOPLE.slice(3)} text="小林さくらが入力中" />
      <TypingLine people={PEOPLE.slice(0, 1)} text="박서준님이 입력하고 있어요" />
      <TypingLine people={PEOPLE.slice(2, 3)} text="林佳穎正在輸入" />
    </>
  ),
};
export const RightToLeft: Story = {
  parameters: { plane: 'sunken', width: 400, dir: 'rtl' },
  args: { people: [{ id: 'l', name: 'ليلى' }, ...PEOPLE], text: 'ليلى وآخرون يكتبون' },
};
