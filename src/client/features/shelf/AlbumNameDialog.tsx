import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { albumNameMax } from '#domain/shelfRules.ts';
import { FormDialog } from '#client/parts/FormDialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type AlbumNameDialogProps = {
  name: string;
  isNew: boolean;
  isBusy: boolean;
  problem?: string | undefined;
  onSave: (name: string) => void;
  onClose: () => void;
};

/** Asks for the name of an album. */
export function AlbumNameDialog({ name: first, isNew, isBusy, problem, onSave, onClose }: AlbumNameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(first);
  return (
    <FormDialog
      title={t(isNew ? 'shelf.album.new' : 'shelf.album.rename')}
      submitLabel={t(isNew ? 'shelf.album.make' : 'shelf.note.save')}
      canSubmit={name.trim() !== ''}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => onSave(name.trim())}
      onClose={onClose}
    >
      <TextField
        label={t('shelf.album.name')}
        value={name}
        onChange={setName}
        maxLength={albumNameMax}
        autoComplete="off"
        hasAutoFocus
      />
    </FormDialog>
  );
}
