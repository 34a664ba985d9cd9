import { ChevronDown, ChevronUp, Ellipsis, EyeOff, Megaphone, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { MenuProps } from '#client/ui/Menu.tsx';

const Menu = lazyPart<MenuProps>(() => import('#client/ui/Menu.tsx').then((file) => file.Menu));

/** An announcement as the bar shows it. */
export interface ShownPin {
  seq: number;
  /** undefined: not here yet */
  text: string | undefined;
  author: string | undefined;
  /** until when it stands there, in words */
  until: string | undefined;
}

export type PinBarProps = {
  /** newest first, at least one */
  pins: readonly ShownPin[];
  onJump: (seq: number) => void;
  onHide: (seq: number) => void;
  /** absent: not allowed, so not there */
  onRemove: ((seq: number) => void) | undefined;
};

/** Announcements on top of a conversation: folded the newest in one line, unfolded all of them. */
export function PinBar({ pins, onJump, onHide, onRemove }: PinBarProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [menu, setMenu] = useState<{ seq: number; anchor: Element }>();
  const shown = isOpen ? pins : pins.slice(0, 1);
  const openMenu = (seq: number, anchor: Element) => setMenu({ seq, anchor });
  return (
    <section
      aria-label={t('guard.pins.label')}
      className="relative z-2 flex-none border-b border-line bg-surface-raised [--plane:var(--surface-raised)]"
    >
      <div className="flex items-start">
        <ul className={cx('min-w-0 flex-1', isOpen && 'max-h-[40dvh] overflow-y-auto')}>
          {shown.map((pin) => (
            <PinLine
              key={pin.seq}
              pin={pin}
              isWhole={isOpen}
              isMenuOpen={menu?.seq === pin.seq}
              onJump={onJump}
              onMenu={openMenu}
            />
          ))}
        </ul>
        <Fold count={pins.length} isOpen={isOpen} onFold={() => setOpen(!isOpen)} />
      </div>
      {menu && (
        <Menu
          label={t('guard.pins.more')}
          isOpen
          anchor={menu.anchor}
          onClose={() => setMenu(undefined)}
          entries={[
            { id: 'hide', label: t('guard.pins.hide'), icon: EyeOff, onAction: () => onHide(menu.seq) },
            ...(onRemove
              ? [
                  {
                    id: 'remove',
                    label: t('guard.pins.remove'),
                    icon: Trash2,
                    tone: 'danger' as const,
                    onAction: () => onRemove(menu.seq),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  );
}

/** How many there are, and the way to see all. Nothing to unfold where there is one that fits. */
function Fold({ count, isOpen, onFold }: { count: number; isOpen: boolean; onFold: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-none items-center gap-1 py-0.5 pe-2">
      {count > 1 && !isOpen && (
        <span className="text-12 whitespace-nowrap text-ink-faint max-tablet:sr-only">
          {t('guard.pins.at', { at: 1, total: count })}
        </span>
      )}
      <IconButton
        icon={isOpen ? ChevronUp : ChevronDown}
        label={isOpen ? t('guard.pins.less') : t('guard.pins.all')}
        aria-expanded={isOpen}
        onClick={onFold}
      />
    </div>
  );
}

type PinLineProps = {
  pin: ShownPin;
  /** with all of its words, as far as there is room */
  isWhole: boolean;
  isMenuOpen: boolean;
  onJump: (seq: number) => void;
  onMenu: (seq: number, anchor: Element) => void;
};

function PinLine({ pin, isWhole, isMenuOpen, onJump, onMenu }: PinLineProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { seq, text, author, until } = pin;
  return (
    <li className="relative flex min-h-10 items-center gap-2.5 ps-4 hover:bg-hover">
      <Icon icon={Megaphone} className="flex-none self-start text-brand-text [margin-block-start:10px]" />
      <button
        type="button"
        onClick={() => onJump(seq)}
        className="min-w-0 flex-1 py-2 text-start text-13 outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
      >
        <span className={isWhole ? 'line-clamp-4 [overflow-wrap:anywhere]' : 'block truncate'}>
          {author !== undefined && <b className="font-semibold">{author}</b>}
          <span
            className={author === undefined ? undefined : 'ms-1.5'}
            lang={text && textLang(text, i18n.language)}
            dir="auto"
          >
            {text ?? t('guard.pins.loading')}
          </span>
        </span>
        {isWhole && until !== undefined && <span className="block text-12 text-ink-faint">{until}</span>}
      </button>
      <span className="relative z-1 flex-none">
        <IconButton
          icon={Ellipsis}
          size="small"
          label={t('guard.pins.more')}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          onClick={(event) => onMenu(seq, event.currentTarget)}
        />
      </span>
    </li>
  );
}
