import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { Menu as AriaMenu, MenuItem, Popover, Separator } from 'react-aria-components';
import { AriaLocale } from './AriaLocale.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import type { IconType } from './Icon.tsx';

export type MenuEntry =
  | {
      kind?: 'action';
      id: string;
      label: string;
      /** a smaller second line */
      detail?: string;
      icon?: IconType;
      isMirrored?: boolean;
      /** the shortcut in words */
      keys?: string;
      tone?: 'plain' | 'danger';
      isDisabled?: boolean;
      /** shows a tick at the end */
      isChecked?: boolean;
      onAction: () => void;
    }
  | { kind: 'separator'; id: string };

export type MenuProps = {
  /** the accessible name ("More about this chat") */
  label: string;
  entries: readonly MenuEntry[];
  isOpen: boolean;
  onClose: () => void;
  /** the button it belongs to; it gets the focus back */
  anchor: Element | null;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'start top' | 'end top';
};

/**
 * A menu at a button, with arrows, typing ahead and Escape. Loads React Aria: import it with `React.lazy` and mount it on the first press.
 * The button itself is a plain `IconButton` with `aria-haspopup="menu"` and `aria-expanded`.
 */
export function Menu({ label, entries, isOpen, onClose, anchor, placement = 'bottom end' }: MenuProps) {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <AriaLocale>
      <Popover
        triggerRef={triggerRef}
        aria-label={label}
        isOpen={isOpen}
        onOpenChange={(isNowOpen) => {
          if (!isNowOpen) onClose();
        }}
        placement={placement}
        offset={4}
        className="w-max max-w-[min(320px,calc(100vw-16px))] min-w-[232px] overflow-auto rounded-layer bg-surface-raised shadow-[var(--shadow-layer),inset_0_0_0_1px_var(--line)] transition-opacity outline-none data-entering:opacity-0 data-exiting:opacity-0"
      >
        <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className="p-1.5 outline-none">
          {entries.map((entry) =>
            entry.kind === 'separator' ? (
              <Separator key={entry.id} className="mx-2.5 my-1.5 h-px bg-line" />
            ) : (
              <Entry key={entry.id} entry={entry} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </AriaLocale>
  );
}

function Entry({ entry }: { entry: Exclude<MenuEntry, { kind: 'separator' }> }) {
  const isDanger = entry.tone === 'danger';
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      isDisabled={entry.isDisabled}
      onAction={entry.onAction}
      className={cx(
        'flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1 text-15 outline-none data-disabled:cursor-default data-disabled:text-ink-faint data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus data-focused:bg-hover pointer-coarse:min-h-11',
        isDanger ? 'text-danger' : 'text-ink',
      )}
    >
      {entry.icon && (
        <Icon
          icon={entry.icon}
          isMirrored={entry.isMirrored}
          className={isDanger || entry.isDisabled ? undefined : 'text-ink-soft'}
        />
      )}
      <span className="min-w-0 flex-1">
        {entry.label}
        {entry.detail && <span className="block text-12 text-ink-soft">{entry.detail}</span>}
      </span>
      {entry.isChecked && <Icon icon={Check} size={16} className="text-brand-text" />}
      {entry.keys && <span className="flex-none text-12 text-ink-faint">{entry.keys}</span>}
    </MenuItem>
  );
}
