import { Camera, ChevronDown, ChevronLeft, Ellipsis, Globe, Lock, MapPin, Mic, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { Icon, type IconType } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { MenuEntry, MenuProps } from '#client/ui/Menu.tsx';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppId } from '#protocol/ids.ts';

const Menu = lazyPart<MenuProps>(() => import('#client/ui/Menu.tsx').then((m) => m.Menu));

export type AppHeadProps = {
  id: AppId;
  name: string;
  icon: string | undefined;
  /** host name at which the page runs */
  host: string;
  /** what the page can use right now without a further question */
  live: readonly AppScope[];
  /** the page may send what it learns to any host */
  sendsAnywhere?: boolean;
  hasBack: boolean;
  /** thin line in the app's own colour below the head */
  color: string | undefined;
  entries: readonly MenuEntry[];
  onBack: () => void;
  onMinimise: () => void;
  onClose: () => void;
};

const signs: Partial<Record<AppScope, IconType>> = { camera: Camera, microphone: Mic, location: MapPin };

/** The head of an open mini-app. It is the messenger's: name, where the page comes from, and the ways out are always there and always ours. */
export function AppHead({
  id,
  name,
  icon,
  host,
  live,
  sendsAnywhere = false,
  hasBack,
  color,
  entries,
  onBack,
  onMinimise,
  onClose,
}: AppHeadProps) {
  const { t } = useTranslation();
  const more = useRef<HTMLButtonElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <header className="relative flex min-h-header flex-none items-center gap-1 border-b border-line bg-surface py-1 ps-4 pe-2 [--plane:var(--surface)] max-tablet:ps-3 max-tablet:pe-1">
      {hasBack && <IconButton icon={ChevronLeft} isMirrored label={t('appHost.back', { name })} onClick={onBack} />}
      <AppIcon app={{ id: id, icon: icon }} name={name} size={36} />
      <div className="ms-2 grid min-w-0 flex-1 grid-cols-1">
        <h2 dir="auto" className="truncate text-15 font-[650]">
          {name}
        </h2>
        <p title={host || undefined} className="flex min-w-0 items-center gap-1 text-12 text-ink-soft">
          {host !== '' && <Icon icon={Lock} size={12} />}
          {host !== '' && <span className="sr-only">{t('appHost.runsAt')} </span>}
          {/* What counts in a host name is its end: where room is short, it loses its beginning. */}
          <span dir="rtl" className="truncate">
            <bdi dir="ltr">{host}</bdi>
          </span>
          {sendsAnywhere && (
            <span title={t('apps.passport.anywhere')} className="flex-none text-warn">
              <Icon icon={Globe} size={14} />
              <span className="sr-only">{t('apps.passport.anywhere')}</span>
            </span>
          )}
          {live.map((scope) => {
            const sign = signs[scope];
            return (
              sign && (
                <span key={scope} title={t(`appHost.live.${scope as 'camera'}`)} className="flex-none text-ok">
                  <Icon icon={sign} size={14} />
                  <span className="sr-only">{t(`appHost.live.${scope as 'camera'}`)}</span>
                </span>
              )
            );
          })}
        </p>
      </div>
      <IconButton
        ref={more}
        icon={Ellipsis}
        label={t('appHost.menu', { name })}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen}
        onClick={() => setMenuOpen(true)}
      />
      <IconButton icon={ChevronDown} label={t('appHost.minimise', { name })} onClick={onMinimise} />
      <IconButton icon={X} label={t('appHost.close', { name })} onClick={onClose} />
      {color && <span aria-hidden className="absolute inset-x-0 -bottom-px h-0.5" style={{ background: color }} />}
      {isMenuOpen && (
        <Menu
          label={t('appHost.menu', { name })}
          entries={entries}
          isOpen
          onClose={() => setMenuOpen(false)}
          anchor={more.current}
        />
      )}
    </header>
  );
}
