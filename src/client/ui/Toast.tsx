import { Check, CircleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Icon } from './Icon.tsx';

export type ToastProps = {
  text: string;
  tone?: 'plain' | 'ok' | 'danger';
  /** one thing to do, such as "Undo" */
  action?: { label: string; onClick: () => void };
  closeLabel: string;
  onClose: () => void;
  /** ms until it goes by itself; null stays. It waits while pointer or focus is on it. */
  durationMs?: number | null;
};

/** A short word about what was just done. Nothing that matters may live only here. */
export function Toast({ text, tone = 'plain', action, closeLabel, onClose, durationMs = 6000 }: ToastProps) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (durationMs === null || isHeld) return;
    const timer = setTimeout(onClose, durationMs);
    return () => clearTimeout(timer);
  }, [durationMs, isHeld, onClose]);
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex min-h-12 animate-rise items-center gap-3 rounded-layer bg-ink py-2 ps-4 pe-2 text-13 text-surface shadow-layer"
    >
      {tone !== 'plain' && <Icon icon={tone === 'ok' ? Check : CircleAlert} />}
      <span className="min-w-0 flex-1">{text}</span>
      {action && (
        <button
          type="button"
          onClick={action.onClick}
          className="hit-44 min-h-8 max-w-[45%] flex-none rounded-control px-2.5 font-bold underline underline-offset-3 focus-visible:outline-current"
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={closeLabel}
        onClick={onClose}
        className="hit-44 grid size-8 flex-none place-items-center rounded-control focus-visible:outline-current"
      >
        <Icon icon={X} size={16} />
      </button>
    </div>
  );
}
