import { useId } from 'react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ModalFrame } from './ModalFrame.tsx';

export type ConfirmDialogProps = {
  isOpen: boolean;
  /** the question */
  title: string;
  /** what happens then, and what stays */
  text: ReactNode;
  /** the name of the action, never "OK" */
  confirmLabel: string;
  cancelLabel: string;
  tone?: 'danger' | 'brand';
  isBusy?: boolean;
  /** why it did not work; shown above the buttons */
  error?: string;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks before something that cannot be taken back. The safe answer has the focus; a press beside it does nothing. */
export function ConfirmDialog({
  isOpen,
  title,
  text,
  confirmLabel,
  cancelLabel,
  tone = 'danger',
  isBusy,
  error,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const id = useId();
  return (
    <ModalFrame
      isOpen={isOpen}
      onClose={onCancel}
      role="alertdialog"
      labelledBy={id}
      describedBy={`${id}-text`}
      className="inset-0 h-fit max-h-[calc(100dvh-32px)]! w-[min(400px,calc(100vw-32px))] animate-rise overflow-y-auto rounded-sheet bg-surface-raised [--plane:var(--surface-raised)]"
    >
      <div className="p-5">
        <h2 id={id} className="text-17 font-[650] text-balance">
          {title}
        </h2>
        <div id={`${id}-text`} className="mt-2 text-ink-soft">
          {text}
        </div>
        <p role="alert" className="mt-2 text-13 text-danger empty:hidden">
          {error}
        </p>
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onCancel}>
            {cancelLabel}
          </Button>
          <Button kind={tone === 'danger' ? 'danger' : 'filled'} isBusy={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </div>
      </div>
    </ModalFrame>
  );
}
