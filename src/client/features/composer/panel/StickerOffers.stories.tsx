import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef, useState } from 'react';
import { expect, fn } from 'storybook/test';
import { StickerOffers, type StickerOffersProps } from './StickerOffers.tsx';

/** What is offered above a field to write in. */
function Stage(props: Pick<StickerOffersProps, 'onSend' | 'onHide'>) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [composer] = useState(() => ({ current: { field: () => field.current } }));
  const [isBlank, setBlank] = useState(true);
  return (
    <div className="flex h-40 items-end">
      <div className="relative w-full">
        <StickerOffers composer={composer} isBlank={isBlank} {...props} />
        <textarea
          ref={field}
          aria-label="Message"
          rows={1}
          onInput={(event) => setBlank(event.currentTarget.value === '')}
          className="w-full rounded-[22px] bg-surface-raised p-2"
        />
      </div>
    </div>
  );
}

const meta = {
  title: 'features/composer/StickerOffers',
  component: Stage,
  parameters: { plane: 'sunken', width: 560 },
  args: { onSend: fn(), onHide: fn() },
} satisfies Meta<typeof Stage>;
export default meta;
type Story = StoryObj<typeof meta>;

const write =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), text);
  };

/** A press sends, and the focus stays in the text. */
export const Thanks: Story = {
  async play({ args, canvas, userEvent }) {
    const field = canvas.getByRole('textbox');
    await userEvent.type(field, 'terima kasih');
    await expect(canvas.queryByRole('group')).toBeNull();
    await userEvent.type(field, '!');
    const offered = await canvas.findAllByRole('button', { name: /^Send sticker/ });
    await expect(offered).toHaveLength(3);
    await expect(field).toHaveFocus();
    await userEvent.click(offered[0] as HTMLElement);
    await expect(args.onSend).toHaveBeenCalledWith({ p: 'tika', s: 'thanks' });
    await expect(field).toHaveFocus();
    await expect(field).toHaveValue('terima kasih!');
    await expect(canvas.queryByRole('group')).toBeNull();
    await userEvent.type(field, ' ok.');
  },
};
export const Hide: Story = {
  async play(context) {
    await write('otw ')(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Hide suggestions in this chat' }));
    await expect(context.args.onHide).toHaveBeenCalledTimes(1);
  },
};
/** Nothing calls for one. */
export const None: Story = { play: write('See you at eight ') };
export const Phone: Story = {
  parameters: { width: 320 },
  globals: { viewport: { value: 'phone' } },
  play: write('happy birthday! '),
};
export const RightToLeft: Story = { parameters: { dir: 'rtl' }, play: write('ok ') };
export const Indonesian: Story = { globals: { language: 'id' }, play: write('makasih ') };
export const Japanese: Story = { globals: { language: 'ja' }, play: write('ありがとう。') };
export const Korean: Story = { globals: { language: 'ko' }, play: write('고마워! ') };
export const Chinese: Story = { globals: { language: 'zh-TW' }, play: write('謝謝！') };
