import { Check, FileArchive } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makerLimits } from '#domain/manifestForms.ts';
import type { Ack } from '#protocol/errors.ts';
import { ActFailure } from '#client/parts/ActFailure.tsx';
import { useOneAct } from '#client/parts/useOneAct.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';

export type BundleFieldProps = {
  /** id of the uploaded files, empty while there are none */
  bundle: string;
  /** nothing was uploaded although it is needed */
  isMissing: boolean;
  upload: (file: Blob, onProgress: (share: number) => void) => Promise<Ack<string>>;
  onChange: (bundle: string) => void;
};

const megabyte = 1_024 * 1_024;

/** Chooses a zip and sends it; what is wrong inside is told by the server as it found it. */
export function BundleField({ bundle, isMissing, upload, onChange }: BundleFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; isDone: boolean }>();
  const [share, setShare] = useState(0);
  const act = useOneAct();
  const send = async (chosen: File) => {
    setFile({ name: chosen.name, isDone: false });
    setShare(0);
    const isDone = await act.run(
      'upload',
      // What is too large need not travel to be refused.
      async (): Promise<Ack<string>> =>
        chosen.size > makerLimits.zip ? { ok: false, code: 'TOO_LARGE' } : upload(chosen, setShare),
      onChange,
    );
    setFile({ name: chosen.name, isDone });
  };
  const isBusy = act.busyKey !== undefined;
  const isWrong = isMissing && !isBusy && !act.problem;
  return (
    <div
      role="group"
      aria-label={t('makers.edit.files')}
      tabIndex={-1}
      data-wrong={isWrong || undefined}
      className="grid gap-2 rounded-control"
    >
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={t('makers.edit.chooseFile')}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          // The same file can be chosen again, once it was mended.
          event.currentTarget.value = '';
          if (chosen) void send(chosen);
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button kind="quiet" icon={FileArchive} isBusy={isBusy} onClick={() => input.current?.click()}>
          {bundle === '' ? t('makers.edit.chooseFile') : t('makers.edit.otherFile')}
        </Button>
        <span role="status" className="flex min-w-0 items-center gap-1 text-13 text-ink-soft">
          {!isBusy && bundle !== '' && !act.problem && (
            <>
              <Icon icon={Check} size={16} className="text-ok" />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {file?.isDone ? t('makers.edit.fileThere', { name: file.name }) : t('makers.edit.filesThere')}
              </span>
            </>
          )}
        </span>
      </div>
      {isBusy && <ProgressBar value={share} label={t('makers.edit.sending', { name: file?.name ?? '' })} />}
      {isBusy && share >= 1 && <p className="text-13 text-ink-soft">{t('makers.edit.checking')}</p>}
      <ActFailure problem={act.problem} />
      <div role="alert">{isWrong && <p className="text-12 text-danger">{t('makers.problem.files')}</p>}</div>
      <p className="text-12 text-ink-faint">
        {t('makers.edit.filesHint', { size: makerLimits.zip / megabyte, files: makerLimits.files })}
      </p>
    </div>
  );
}
