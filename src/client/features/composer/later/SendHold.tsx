import { useRef, useState, type ReactNode } from 'react';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { MenuProps } from '#client/ui/Menu.tsx';
import { swallowRelease } from '#client/ui/swallowRelease.ts';
import { useLongPress } from '#client/ui/useLongPress.ts';
import { usePreload } from '#client/ui/usePreload.ts';
import type { SendHow } from '../SendHow.ts';
import type { ScheduleDialogProps } from './ScheduleDialog.tsx';
import type { SendMenuProps } from './SendMenu.tsx';

const SendMenu = lazyPart<SendMenuProps>(() => import('./SendMenu.tsx').then((m) => m.SendMenu));
/** All of it works without a network. */
const Menu = lazyPart<MenuProps>(() => import('#client/ui/Menu.tsx').then((m) => m.Menu));
const Dialog = lazyPart<ScheduleDialogProps>(() => import('./ScheduleDialog.tsx').then((m) => m.ScheduleDialog));
const AHEAD = [SendMenu, Menu, Dialog];

export type SendHoldProps = {
  /** the button that sends */
  children: ReactNode;
  /** there is something to send */
  isReady: boolean;
  onSend: (how: SendHow) => void;
};

/** The button that sends, with what a long press, a right click or the menu key does: other ways to send. */
export function SendHold({ children, isReady, onSend }: SendHoldProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const press = useLongPress(
    isReady
      ? () => {
          swallowRelease();
          setOpen(true);
        }
      : undefined,
  );
  usePreload(AHEAD);
  return (
    <span ref={box} {...press} className="relative inline-flex flex-none touch-manipulation select-none">
      {children}
      {isReady && <SendMenu anchor={box.current} isOpen={isOpen} onOpen={setOpen} onSend={onSend} />}
    </span>
  );
}
