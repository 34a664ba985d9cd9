import { useTranslation } from 'react-i18next';

/** How near to the limit the count begins to show, characters. */
const NEAR = 500;

export type LengthNoteProps = { length: number; max: number };

/** Says how many characters are left, or too many. The text is never cut. */
export function LengthNote({ length, max }: LengthNoteProps) {
  const { t } = useTranslation();
  if (length <= max - NEAR) return null;
  return (
    <p role="status" className={length > max ? 'px-4 pb-2 text-13 text-danger' : 'px-4 pb-2 text-13 text-ink-soft'}>
      {length > max ? t('composer.tooLong', { count: length - max }) : t('composer.nearLimit', { count: max - length })}
    </p>
  );
}
