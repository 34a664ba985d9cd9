import type { Meta, StoryObj } from '@storybook/react-vite';
import { Handle } from './Handle.tsx';

const meta: Meta<typeof Handle> = {
  title: 'parts/Handle',
  component: Handle,
  args: { handle: 'minori.ao' },
};
export default meta;
type Story = StoryObj<typeof Handle>;

/** Where the `@` is drawn: the left edges of the sign and of the first letter. */
function edges(canvas: HTMLElement): { sign: number; letter: number } {
  const text = canvas.querySelector('bdi')?.childNodes;
  const left = (node: Node | undefined) => {
    if (!node) throw new Error('nothing is drawn');
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, 1);
    return range.getBoundingClientRect().left;
  };
  return { sign: left(text?.[0]), letter: left(text?.[1]) };
}

export const Plain: Story = {};
/** The sign stays on the left of the Latin word, also at the edge of a line. */
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  play({ canvasElement }) {
    const { sign, letter } = edges(canvasElement);
    if (sign >= letter) throw new Error('the sign has jumped to the other side');
  },
};
export const InARightToLeftSentence: Story = {
  parameters: { dir: 'rtl' },
  render: (args) => (
    <p lang="he">
      <Handle {...args} /> · כאן עכשיו
    </p>
  ),
  play: RightToLeft.play!,
};
export const DigitsOnly: Story = { ...RightToLeft, args: { handle: '2026' } };
