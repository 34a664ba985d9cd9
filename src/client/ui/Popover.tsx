import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Dialog, Popover as AriaPopover } from 'react-aria-components';
import { AriaLocale } from './AriaLocale.tsx';

export type PopoverProps = {
  /** the accessible name of what it holds */
  label: string;
  children: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** what it belongs to; it gets the focus back */
  anchor: Element | null;
  placement?: 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'top end';
};

/** A small layer at a control, such as the reaction picker. Loads React Aria: import it with `React.lazy`. */
export function Popover({ label, children, isOpen, onClose, anchor, placement = 'bottom start' }: PopoverProps) {
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor]);
  return (
    <AriaLocale>
      <AriaPopover
        triggerRef={triggerRef}
        isOpen={isOpen}
        onOpenChange={(isNowOpen) => {
          if (!isNowOpen) onClose();
        }}
        placement={placement}
        offset={6}
        className="max-w-[calc(100vw-16px)] rounded-layer bg-surface-raised shadow-[var(--shadow-layer),inset_0_0_0_1px_var(--line)] transition-opacity [--plane:var(--surface-raised)] data-entering:opacity-0 data-exiting:opacity-0"
      >
        <Dialog aria-label={label} className="outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </AriaLocale>
  );
}
