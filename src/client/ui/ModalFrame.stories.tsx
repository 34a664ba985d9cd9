import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, screen, userEvent, waitFor } from 'storybook/test';
import { Button } from './Button.tsx';
import { ModalFrame } from './ModalFrame.tsx';

const body = (title: string, text: string, button: string) => (
  <div className="p-5">
    <h2 id="modal-title" className="text-17 font-[650]">
      {title}
    </h2>
    <p id="modal-text" className="mt-2 mb-4 text-ink-soft">
      {text}
    </p>
    <Button>{button}</Button>
  </div>
);

const meta = {
  title: 'ui/ModalFrame',
  component: ModalFrame,
  parameters: { plane: 'sunken' },
  args: {
    isOpen: true,
    onClose: fn(),
    labelledBy: 'modal-title',
    describedBy: 'modal-text',
    className: 'inset-0 h-fit w-[min(360px,calc(100vw-32px))] rounded-sheet bg-surface-raised',
    children: body('Two copies of this photo', 'One of them was edited on your phone this morning.', 'Compare'),
  },
} satisfies Meta<typeof ModalFrame>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A press beside it asks the parent to close; a press inside does not. */
export const Default: Story = {
  play: async ({ args }) => {
    const dialog = await screen.findByRole('dialog', { name: 'Two copies of this photo' });
    await userEvent.click(screen.getByText(/edited on your phone/u));
    await expect(args.onClose).not.toHaveBeenCalled();
    await userEvent.pointer({ target: dialog, keys: '[MouseLeft]' });
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
/** An alert wants an answer: the press beside it is none. */
export const Alert: Story = {
  args: { role: 'alertdialog' },
  play: async ({ args }) => {
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.pointer({ target: dialog, keys: '[MouseLeft]' });
    await expect(args.onClose).not.toHaveBeenCalled();
  },
};
export const Closed: Story = { args: { isOpen: false } };
export const RightToLeft: Story = {
  parameters: { dir: 'rtl' },
  args: { children: body('نسختان من هذه الصورة', 'عُدِّلت إحداهما هذا الصباح.', 'قارن') },
};

const Opener = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Rename</Button>
      <ModalFrame {...meta.args} isOpen={isOpen} onClose={() => setOpen(false)}>
        {body('Rename', 'The field takes the focus, not the first button.', 'Back')}
        <input data-autofocus aria-label="New name" className="m-5 mt-0 shadow-edge-strong" />
      </ModalFrame>
    </>
  );
};
export const FocusGoesInAndBack: Story = {
  render: () => <Opener />,
  play: async () => {
    const opener = screen.getByRole('button', { name: 'Rename' });
    await userEvent.click(opener);
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'New name' })).toHaveFocus());
    // The browser turns Escape into this event; a simulated key does not.
    screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expect(opener).toHaveFocus();
  },
};
