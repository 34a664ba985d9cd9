import type { Meta, StoryObj } from '@storybook/react-vite';
import { Copy, Forward, Reply, Trash2 } from 'lucide-react';
import { fn } from 'storybook/test';
import { ReactionPicker } from './ReactionPicker.tsx';
import { Sheet } from './Sheet.tsx';
import { SheetAction } from './SheetAction.tsx';

const actions = (
  <>
    <ReactionPicker
      label="React"
      quickLabels={['Thumbs up', 'Heart', 'Laughing', 'Surprised', 'Sad', 'Thank you']}
      moreLabel="Other emoji"
      renderMore={() => null}
      mine="❤️"
      onPick={fn()}
    />
    <SheetAction icon={Reply} isMirrored label="Reply" onClick={fn()} />
    <SheetAction icon={Forward} isMirrored label="Forward" onClick={fn()} />
    <SheetAction icon={Copy} label="Copy" isDisabled onClick={fn()} />
    <SheetAction icon={Trash2} tone="danger" label="Unsend" onClick={fn()} />
  </>
);
const meta = {
  title: 'ui/Sheet',
  component: Sheet,
  parameters: { plane: 'sunken' },
  args: { isOpen: true, onClose: fn(), title: 'Message', closeLabel: 'Close', children: actions },
} satisfies Meta<typeof Sheet>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Panel: Story = { globals: { viewport: { value: 'desk' } } };
export const Phone: Story = { globals: { viewport: { value: 'phone' } }, args: { isTitleHidden: true } };
export const LongContent: Story = {
  globals: { viewport: { value: 'phone' } },
  args: {
    children: Array.from({ length: 40 }, (_, index) => (
      <SheetAction key={index} icon={Copy} label={`Baris nomor ${index}`} onClick={fn()} />
    )),
  },
};
export const RightToLeft: Story = { globals: { viewport: { value: 'tablet' } }, parameters: { dir: 'rtl' } };
