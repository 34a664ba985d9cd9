import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/Dialog.tsx';
import { KeyHint } from '#client/ui/KeyHint.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { shortcutGroups, type ShortcutKey } from './shortcuts.ts';

export type ShortcutsDialogProps = { onClose: () => void };

/** What can be done by a key alone, by where it counts. */
export function ShortcutsDialog({ onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation();
  const nameOf = (key: ShortcutKey): string => {
    if (key === 'Ctrl' && isApple()) return '⌘';
    return key === 'Enter' || key === 'Shift' || key === 'Ctrl' || key === 'Esc' || key === 'Home' || key === 'End'
      ? t(`help.keys.${key}`)
      : key;
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('help.title')} closeLabel={t('common.close')}>
      {shortcutGroups.map(({ where, shortcuts }) => (
        <section key={where} aria-label={t(`help.where.${where}`)} className="not-first:mt-4">
          <SectionLabel>{t(`help.where.${where}`)}</SectionLabel>
          <dl className="divide-y divide-line">
            {shortcuts.map(({ does, chords }) => (
              <div key={does} className="flex min-h-10 items-center justify-between gap-4 py-1.5">
                <dt className="min-w-0">{t(`help.does.${does}`)}</dt>
                <dd className="flex flex-none items-center gap-2">
                  {chords.map((keys) => (
                    <KeyHint key={keys.join()} keys={keys.map(nameOf)} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

/** Keyboards of Apple have another key where others have Ctrl. */
const isApple = (): boolean => /Mac|iP(?:hone|ad)/u.test(navigator.userAgent);
