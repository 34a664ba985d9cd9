import { Pencil, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { Button } from '#client/ui/Button.tsx';

export type GroupAboutProps = {
  about: string | undefined;
  /** absent: not allowed, so not there */
  onEdit: (() => void) | undefined;
};

/** The description of a chat under its name. */
export function GroupAbout({ about, onEdit }: GroupAboutProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {about !== undefined && (
        <p
          lang={textLang(about, i18n.language)}
          dir="auto"
          className="mt-1 max-w-full text-13 [overflow-wrap:anywhere] whitespace-pre-line text-ink-soft"
        >
          {about}
        </p>
      )}
      {onEdit && (
        <Button
          kind="ghost"
          size="small"
          icon={about === undefined ? Plus : Pencil}
          aria-haspopup="dialog"
          onClick={onEdit}
        >
          {t(about === undefined ? 'guard.info.addAbout' : 'guard.info.editAbout')}
        </Button>
      )}
    </>
  );
}
