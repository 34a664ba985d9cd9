import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import type { AppView } from '#protocol/entities/appStates.ts';
import type { AppId } from '#protocol/ids.ts';
import { bubblesClass } from './placeClasses.ts';

/** A minimised app. */
export type AppBubble = { key: number; id: AppId; name: string; icon: string | undefined };

export type AppBubblesProps = {
  bubbles: readonly AppBubble[];
  /** how much room the app in front takes */
  front?: AppView | undefined;
  onOpen: (key: number) => void;
  onClose: (key: number) => void;
};

/** Space between the bubbles and the foot of the window at first, px: above the composer. */
const restAt = 96;
const leastAt = 8;
/** A press that moves further than this is a drag, px. */
const dragFrom = 6;

/** Minimised apps at the edge of the window, one above the other. They can be dragged along the edge; on phones they stand half outside of it. */
export function AppBubbles({ bubbles, front, onOpen, onClose }: AppBubblesProps) {
  const { t } = useTranslation();
  const [bottom, setBottom] = useState(restAt);
  const drag = useRef<{ y: number; bottom: number; isMoved: boolean } | undefined>(undefined);
  if (bubbles.length === 0) return null;
  const limit = (value: number) => Math.max(leastAt, Math.min(window.innerHeight - 64 * bubbles.length, value));
  return (
    <ul
      aria-label={t('appHost.bubbles')}
      style={{ bottom: `calc(${bottom}px + env(safe-area-inset-bottom))` }}
      className={cx('fixed z-20 grid touch-none gap-2', bubblesClass(front))}
      onPointerDown={(event) => (drag.current = { y: event.clientY, bottom, isMoved: false })}
      onPointerMove={(event) => {
        const from = drag.current;
        if (!from || event.buttons === 0) return;
        const moved = from.y - event.clientY;
        if (Math.abs(moved) > dragFrom) from.isMoved = true;
        if (from.isMoved) setBottom(limit(from.bottom + moved));
      }}
    >
      {bubbles.map((bubble) => (
        <li key={bubble.key} className="group relative">
          <button
            type="button"
            aria-label={t('appHost.bubble', { name: bubble.name })}
            title={bubble.name}
            onClick={() => {
              if (!drag.current?.isMoved) onOpen(bubble.key);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') onClose(bubble.key);
            }}
            className="block rounded-[28%] shadow-float ring-2 ring-surface-raised transition-transform active:scale-95"
          >
            <AppIcon app={{ id: bubble.id, icon: bubble.icon }} name={bubble.name} size={56} />
          </button>
          <button
            type="button"
            aria-label={t('appHost.close', { name: bubble.name })}
            title={t('appHost.close', { name: bubble.name })}
            onClick={() => onClose(bubble.key)}
            className={cx(
              'absolute -start-2 -top-2 grid size-6 place-items-center rounded-full bg-surface-raised text-ink-soft shadow-float',
              'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
            )}
          >
            <Icon icon={X} size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
