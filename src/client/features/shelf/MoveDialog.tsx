import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type MoveDialogProps = {
  /** places are counted from 1 */
  place: number;
  total: number;
  onMove: (place: number) => void;
  onClose: () => void;
};

/** Asks to which place a photo is to go. */
export function MoveDialog({ place, total, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(String(place));
  // Digits of any script, as keyboards of phones give them.
  const typed = Number(text.normalize('NFKC').trim());
  const isPlace = Number.isInteger(typed) && typed >= 1 && typed <= total;
  return (
    <FormDialog
      title={t('shelf.photo.moveTo')}
      submitLabel={t('shelf.photo.move')}
      canSubmit={isPlace}
      onSubmit={() => onMove(typed)}
      onClose={onClose}
    >
      <TextField
        label={t('shelf.photo.place')}
        value={text}
        onChange={setText}
        hint={t('shelf.photo.places', { total })}
        autoComplete="off"
        hasAutoFocus
        {...(isPlace || text.trim() === '' ? {} : { error: t('shelf.photo.places', { total }) })}
      />
    </FormDialog>
  );
}
