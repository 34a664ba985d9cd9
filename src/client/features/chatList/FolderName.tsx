import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatFolder } from '#domain/chatFolders.ts';
import { folderLimits, folderProblem } from '#domain/writeFolders.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type FolderNameProps = {
  first: string;
  /** the other folders, whose names are taken */
  others: readonly Pick<ChatFolder, 'name'>[];
  /** name of the button */
  action: string;
  hasAutoFocus?: boolean;
  onDone: (name: string) => void;
  onCancel?: () => void;
};

/** The name of a folder, checked when it is sent. */
export function FolderName({ first, others, action, hasAutoFocus, onDone, onCancel }: FolderNameProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(first);
  const [isAsked, setAsked] = useState(false);
  const problem = folderProblem({ name, chats: [] }, others);
  return (
    <form
      noValidate
      className="flex min-w-0 flex-1 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (problem !== undefined) return;
        onDone(name.trim());
        setName(first);
        setAsked(false);
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label={t('folders.name')}
          value={name}
          onChange={setName}
          autoComplete="off"
          {...(hasAutoFocus === undefined ? {} : { hasAutoFocus })}
          {...(isAsked && problem ? { error: t(`folders.problem.${problem}`, { count: limitOf[problem] }) } : {})}
        />
      </div>
      <Button type="submit" kind="tonal">
        {action}
      </Button>
      {onCancel && (
        <Button kind="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
    </form>
  );
}

/** The number that the words of a problem name. */
const limitOf: Record<NonNullable<ReturnType<typeof folderProblem>>, number> = {
  missing: 1,
  taken: 1,
  long: folderLimits.name,
  full: folderLimits.chats,
  many: folderLimits.folders,
};
