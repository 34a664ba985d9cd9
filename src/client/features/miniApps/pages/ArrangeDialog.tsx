import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appText } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { cx } from '#client/ui/cx.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';

export type ArrangeDialogProps = {
  apps: readonly AppCard[];
  /** puts an app at the place of another one */
  onMove: (id: AppId, place: AppId) => void;
  onClose: () => void;
};

/** Puts favourites in order: by the arrows of a row, or by drawing its grip. Works without a network. */
export function ArrangeDialog({ apps, onMove, onClose }: ArrangeDialogProps) {
  const { t, i18n } = useTranslation();
  const [told, setTold] = useState('');
  const focus = useKeptFocus(apps);
  const move = (from: number, to: number) => {
    const [app, place] = [apps[from], apps[to]];
    if (!app || !place || from === to) return;
    onMove(app.id, place.id);
    const name = appText(app.names, i18n.language);
    setTold(t('apps.arrange.moved', { name, place: to + 1, total: apps.length }));
  };
  const drag = useDrag(apps, move);
  return (
    <Dialog isOpen onClose={onClose} title={t('apps.arrange.title')} closeLabel={t('common.close')}>
      <p className="mb-3 text-13 text-ink-soft">{t('apps.arrange.text')}</p>
      <p role="status" className="sr-only">
        {told}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the pointer only: the arrows of each row do the same */}
      <ul {...drag.list} className="grid grid-cols-1 gap-1">
        {apps.map((app, index) => {
          const name = appText(app.names, i18n.language);
          return (
            <li
              key={app.id}
              className={cx(
                'flex min-h-13 items-center gap-2 rounded-card ps-1',
                drag.dragged === app.id && 'bg-hover shadow-edge',
              )}
            >
              <span
                aria-hidden
                onPointerDown={(event) => drag.start(event, app.id)}
                className="grid size-hit flex-none cursor-grab touch-none place-items-center text-ink-faint active:cursor-grabbing"
              >
                <Icon icon={GripVertical} />
              </span>
              <AppIcon app={app} name={name} size={36} />
              <span
                lang={textLang(name, i18n.language)}
                dir="auto"
                className="line-clamp-2 min-w-0 flex-1 wrap-anywhere"
              >
                {name}
              </span>
              <IconButton
                icon={ArrowUp}
                label={t('apps.arrange.up', { name })}
                isDisabled={index === 0}
                onClick={(event) => {
                  focus(event.currentTarget);
                  move(index, index - 1);
                }}
              />
              <IconButton
                icon={ArrowDown}
                label={t('apps.arrange.down', { name })}
                isDisabled={index === apps.length - 1}
                onClick={(event) => {
                  focus(event.currentTarget);
                  move(index, index + 1);
                }}
              />
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** A row that moves loses the focus, and so does an arrow at the end of its way: then its sister gets it. */
function useKeptFocus(apps: readonly AppCard[]): (button: HTMLButtonElement) => void {
  const pressed = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const button = pressed.current;
    pressed.current = null;
    const target = button?.disabled ? button.parentElement?.querySelector<HTMLElement>('button:enabled') : button;
    target?.focus();
  }, [apps]);
  return (button) => {
    pressed.current = button;
  };
}

/** Drawing a row over the others. The list catches the pointer, because the row itself is moved in the page meanwhile. */
function useDrag(apps: readonly AppCard[], move: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<AppId>();
  const end = () => setDragged(undefined);
  return {
    dragged,
    start(event: PointerEvent<HTMLElement>, id: AppId) {
      if (event.button !== 0) return;
      event.currentTarget.closest('ul')?.setPointerCapture(event.pointerId);
      setDragged(id);
    },
    list: {
      onPointerMove(event: PointerEvent<HTMLUListElement>) {
        if (dragged === undefined) return;
        const rows = [...event.currentTarget.children].map((row) => row.getBoundingClientRect());
        const to = rows.findIndex(({ bottom }) => event.clientY < bottom);
        move(
          apps.findIndex(({ id }) => id === dragged),
          to < 0 ? rows.length - 1 : to,
        );
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
