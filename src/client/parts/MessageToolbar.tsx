import { Ellipsis, SmilePlus } from 'lucide-react';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { IconType } from '#client/ui/Icon.tsx';

/** An action of the toolbar besides reacting, such as reply. */
export type MessageToolbarAction = {
  id: string;
  icon: IconType;
  label: string;
  isMirrored?: boolean;
  onClick: () => void;
};

export type MessageToolbarProps = {
  /** the accessible name ("Message actions") */
  label: string;
  /** one-press reactions, each with its words; two fit */
  quick?: readonly { emoji: string; label: string }[];
  onReact?: (emoji: string) => void;
  reactLabel?: string;
  /** opens the picker; gets the button to anchor to */
  onOpenReactions?: (anchor: HTMLButtonElement) => void;
  actions?: readonly MessageToolbarAction[];
  moreLabel?: string;
  onMore?: (anchor: HTMLButtonElement) => void;
  tabIndex: 0 | -1;
};

/** The floating row beside a bubble: react, reply, more. Touch has the sheet instead. */
export function MessageToolbar(props: MessageToolbarProps) {
  const { label, quick = [], onReact, reactLabel, onOpenReactions, actions = [], moreLabel, onMore, tabIndex } = props;
  return (
    <div
      role="toolbar"
      aria-label={label}
      className="flex rounded-card bg-surface-raised p-[3px] shadow-[var(--shadow-float),inset_0_0_0_1px_var(--line)]"
    >
      {quick.map(({ emoji, label: words }) => (
        <button
          key={emoji}
          type="button"
          tabIndex={tabIndex}
          aria-label={words}
          title={words}
          onClick={() => onReact?.(emoji)}
          className="grid size-8 place-items-center rounded-[9px] font-emoji text-[17px] leading-none transition-transform hover:bg-hover active:scale-[0.94]"
        >
          {emoji}
        </button>
      ))}
      {onOpenReactions && reactLabel && (
        <IconButton
          icon={SmilePlus}
          size="small"
          label={reactLabel}
          tabIndex={tabIndex}
          aria-haspopup="dialog"
          onClick={(event) => onOpenReactions(event.currentTarget)}
        />
      )}
      {actions.map(({ id, icon, label: words, isMirrored, onClick }) => (
        <IconButton
          key={id}
          icon={icon}
          size="small"
          label={words}
          isMirrored={isMirrored}
          tabIndex={tabIndex}
          onClick={onClick}
        />
      ))}
      {onMore && moreLabel && (
        <IconButton
          icon={Ellipsis}
          size="small"
          label={moreLabel}
          tabIndex={tabIndex}
          aria-haspopup="menu"
          onClick={(event) => onMore(event.currentTarget)}
        />
      )}
    </div>
  );
}
