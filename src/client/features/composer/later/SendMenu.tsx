import { BellOff, ChevronUp, Clock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { MenuProps } from '#client/ui/Menu.tsx';
import type { SendHow } from '../SendHow.ts';
import type { ScheduleDialogProps } from './ScheduleDialog.tsx';

const Menu = lazyPart<MenuProps>(() => import('#client/ui/Menu.tsx').then((m) => m.Menu));
const Dialog = lazyPart<ScheduleDialogProps>(() => import('./ScheduleDialog.tsx').then((m) => m.ScheduleDialog));

export type SendMenuProps = {
  /** the button that sends */
  anchor: Element | null;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onSend: (how: SendHow) => void;
};

/** Other ways to send what is written. Whoever uses the keyboard finds them behind the button that sends. */
export function SendMenu({ anchor, isOpen, onOpen, onSend }: SendMenuProps) {
  const { t } = useTranslation();
  const { serverNow } = useServices();
  const [asked, setAsked] = useState<{ now: number; offset: number }>();
  return (
    <>
      <IconButton
        icon={ChevronUp}
        look="round"
        iconSize={16}
        label={t('later.more')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => onOpen(true)}
        className="not-focus-visible:sr-only"
      />
      {isOpen && (
        <Menu
          label={t('later.more')}
          isOpen
          onClose={() => onOpen(false)}
          anchor={anchor}
          placement="top end"
          entries={[
            {
              id: 'silent',
              label: t('later.silently'),
              detail: t('later.silentlyHint'),
              icon: BellOff,
              onAction: () => onSend({ silent: true }),
            },
            {
              id: 'schedule',
              label: t('later.schedule'),
              icon: Clock,
              onAction: () => {
                const now = Date.now();
                setAsked({ now, offset: serverNow() - now });
              },
            },
          ]}
        />
      )}
      {asked && (
        <Dialog
          {...asked}
          isSilent={false}
          onSave={(at, silent) => {
            setAsked(undefined);
            onSend({ at, silent });
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
