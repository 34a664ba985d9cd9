import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { faceId } from '#domain/faceId.ts';
import { makerLimits } from '#domain/manifestForms.ts';
import type { MadeApp } from '#protocol/entities/miniApps.ts';
import { Face } from '#client/parts/Face.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { TextField } from '#client/ui/TextField.tsx';

export type TestersProps = {
  testers: MadeApp['testers'];
  isBusy: boolean;
  /** why the last change did not work, in words */
  problem: string | undefined;
  /** the whole list; resolves with whether it was kept */
  onChange: (handles: string[]) => Promise<boolean>;
};

/** The people who may open drafts. */
export function Testers({ testers, isBusy, problem, onChange }: TestersProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const handles = testers.map(({ handle }) => handle);
  const handle = text.trim().toLowerCase().replace(/^@/, '');
  const isFull = handles.length >= makerLimits.testers;
  const error = isWrong ? t('makers.testers.wrong') : problem;
  const add = () => {
    setWrong(!/^[a-z0-9_.]{3,30}$/.test(handle));
    if (isBusy || !/^[a-z0-9_.]{3,30}$/.test(handle)) return;
    void onChange([...new Set([...handles, handle])]).then((isKept) => isKept && setText(''));
  };
  return (
    <>
      {testers.length > 0 && (
        <ul className="grid">
          {testers.map((tester) => (
            <li key={tester.id} className="flex min-h-12 items-center gap-3">
              <Face face={faceId(tester.id)} name={tester.name} size={36} />
              <span className="grid min-w-0 flex-1">
                <span dir="auto" className="truncate font-semibold">
                  {tester.name}
                </span>
                <bdi dir="ltr" className="truncate text-13 text-ink-soft">
                  @{tester.handle}
                </bdi>
              </span>
              <IconButton
                icon={X}
                size="small"
                label={t('makers.testers.remove', { name: tester.name })}
                isDisabled={isBusy}
                onClick={() => void onChange(handles.filter((one) => one !== tester.handle))}
              />
            </li>
          ))}
        </ul>
      )}
      {isFull ? (
        <p className="text-13 text-ink-soft">{t('makers.testers.full', { count: makerLimits.testers })}</p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label={t('makers.testers.add')}
            value={text}
            onChange={(next) => {
              setText(next);
              setWrong(false);
            }}
            prefix="@"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            end={
              <Button kind="ghost" size="small" type="submit" isBusy={isBusy}>
                {t('makers.testers.addIt')}
              </Button>
            }
            {...(error === undefined ? {} : { error })}
          />
        </form>
      )}
    </>
  );
}
