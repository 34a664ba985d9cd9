import { Reply, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { personHue } from '#client/ui/personHue.ts';

export type ReplyNoteProps = {
  /** who wrote what is answered; undefined while that is not known */
  name: string | undefined;
  /** the id whose colour the name takes */
  face: string;
  /** one line of it in words */
  text: string;
  onCancel: () => void;
};

/** What is being answered, above the text; one line, whatever it is. */
export function ReplyNote({ name, face, text, onCancel }: ReplyNoteProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="flex items-center gap-2 ps-3 pe-1 pt-1">
      <Icon icon={Reply} size={16} isMirrored className="text-ink-soft" />
      <p
        className="min-w-0 flex-1 border-s-[3px] border-[oklch(var(--name-l)_var(--name-c)_var(--h))] ps-2 text-13"
        style={{ '--h': personHue(face) } as object}
      >
        <b className="person-name block truncate font-semibold">
          {name === undefined ? t('quotes.reply') : t('messages.reply.to', { name })}
        </b>
        <span lang={textLang(text, i18n.language)} dir="auto" className="block truncate text-ink-soft">
          {text}
        </span>
      </p>
      <IconButton icon={X} look="round" size="small" label={t('messages.reply.cancel')} onClick={onCancel} />
    </div>
  );
}
