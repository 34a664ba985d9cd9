import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

export type ModalFrameProps = {
  isOpen: boolean;
  /** Escape, the browser's back gesture for dialogs, or (unless it is an alert) a press beside it */
  onClose: () => void;
  role?: 'dialog' | 'alertdialog';
  labelledBy: string;
  describedBy?: string;
  className: string;
  children: ReactNode;
};

/**
 * The native modal `<dialog>` below `Dialog` and `Sheet`: the rest of the page is inert, Escape closes, the focus goes back to where it was.
 * Closing is the parent's decision: `isOpen` alone opens and closes.
 */
export function ModalFrame({ isOpen, ...props }: ModalFrameProps) {
  return isOpen ? <OpenFrame {...props} /> : null;
}

/** Mounted while open: its clean-up must run while the element still stands, or the browser cannot give the focus back. */
function OpenFrame({
  onClose,
  role = 'dialog',
  labelledBy,
  describedBy,
  className,
  children,
}: Omit<ModalFrameProps, 'isOpen'>) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // React focuses before the dialog is open, when nothing in it can take the focus yet.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      role={role === 'alertdialog' ? role : undefined}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // The layer below has an Escape of its own; this one is spent.
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onPointerDown={(event) => {
        // Only the backdrop is the dialog itself: its content fills it.
        if (event.target === event.currentTarget && role !== 'alertdialog') onClose();
      }}
      className={`fixed m-auto max-h-none max-w-none overflow-hidden border-0 p-0 text-ink shadow-layer outline-none backdrop:bg-scrim ${className}`}
    >
      {children}
    </dialog>
  );
}
