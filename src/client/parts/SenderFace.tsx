import { Face } from './Face.tsx';
import { cx } from '#client/ui/cx.ts';
import type { MessageBubbleProps } from './MessageBubbleProps.ts';

/** The face beside the first bubble of a run, and the room for it beside the others. */
export function SenderFace({
  sender,
  isShown,
  onClick,
}: {
  sender: MessageBubbleProps['sender'];
  isShown: boolean;
  onClick?: () => void;
}) {
  if (!sender || !isShown) return <span aria-hidden className="w-9 flex-none max-tablet:w-8" />;
  const face = (
    <Face
      face={sender.id}
      name={sender.name}
      src={sender.src}
      shape={sender.shape}
      size={36}
      className="max-tablet:origin-top-left max-tablet:scale-[0.889] max-tablet:rtl:origin-top-right"
    />
  );
  // The face repeats what the label says; a pointer may press it, the keyboard has the actions menu.
  return (
    <span
      aria-hidden
      onClick={onClick}
      className={cx('mt-0.5 w-9 flex-none max-tablet:w-8', onClick && 'cursor-pointer')}
    >
      {face}
    </span>
  );
}
