import { ArrowDown, CornerUpLeft } from 'lucide-react';
import { Icon } from './Icon.tsx';

export type JumpButtonProps = {
  /** "3 new"; without it only the arrow shows */
  text?: string;
  /** the accessible name ("Go to the newest message"), after `text` when there is one; not needed where the text says it all */
  label?: string;
  /** `down`: to what is newer; `back`: to where the reader was */
  look?: 'down' | 'back';
  onClick: () => void;
};

/** Floats 16 px above the composer when the reader is further up or was taken elsewhere. The parent places it. */
export function JumpButton({ text, label, look = 'down', onClick }: JumpButtonProps) {
  return (
    <button
      type="button"
      aria-label={text && label ? `${text}. ${label}` : label}
      onClick={onClick}
      className="hit-44 inline-flex h-10 min-w-10 animate-rise items-center justify-center gap-1.5 rounded-full bg-surface-raised px-2.5 text-13 font-semibold shadow-layer hover:veil active:scale-[0.97]"
    >
      <Icon
        icon={look === 'back' ? CornerUpLeft : ArrowDown}
        isMirrored={look === 'back'}
        className="text-brand-text"
      />
      {text && <span className="pe-1">{text}</span>}
    </button>
  );
}
