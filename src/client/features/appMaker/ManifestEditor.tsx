import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkManifest } from '#domain/checkManifest.ts';
import { emptyManifestForm, toManifestForm, type ManifestForm } from '#domain/manifestForms.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { Ack } from '#protocol/errors.ts';
import { ActFailure } from '#client/parts/ActFailure.tsx';
import { appFace } from '#client/parts/appFace.ts';
import { PicturePicker } from '#client/parts/picture/PicturePicker.tsx';
import { SaveBar } from '#client/parts/SaveBar.tsx';
import type { ActProblem } from '#client/parts/useOneAct.ts';
import { AboutAppFields } from './AboutAppFields.tsx';
import { focusFirstWrong } from './focusFirstWrong.ts';
import { HostFields } from './HostFields.tsx';
import { MakerPart } from './MakerPart.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { SourceFields } from './SourceFields.tsx';

export type ManifestEditorProps = {
  /** id of the app: its name until it has one */
  id: string;
  /** what the next version is written from; undefined: the first one */
  base: AppManifest | undefined;
  isBusy: boolean;
  problem: Pick<ActProblem, 'text' | 'detail'> | undefined;
  uploadIcon: (picture: Blob, onProgress: (share: number) => void) => Promise<Ack<MediaId>>;
  uploadBundle: (file: Blob, onProgress: (share: number) => void) => Promise<Ack<string>>;
  /** resolves with whether it was kept */
  onSave: (manifest: AppManifest) => Promise<boolean>;
  /** there are changes that are not saved, or no more */
  onDirty?: (isDirty: boolean) => void;
};

/** Everything a version says of itself, on one page; nothing is sent before it is saved, but icon and files. */
export function ManifestEditor(props: ManifestEditorProps) {
  const { id, base, isBusy, problem, uploadIcon, uploadBundle, onSave, onDirty } = props;
  const { t } = useTranslation();
  const formId = useId();
  const [edits, setEdits] = useState<Partial<ManifestForm>>({});
  const [isAsked, setAsked] = useState(false);
  const first = base ? toManifestForm(base) : emptyManifestForm();
  const form = { ...first, ...edits };
  const checked = checkManifest(form);
  const problems = isAsked ? checked.problems : {};
  const isWrong = Object.keys(problems).length > 0;
  const isDirty = JSON.stringify(form) !== JSON.stringify(first);
  useEffect(() => onDirty?.(isDirty), [onDirty, isDirty]);
  // Also what comes late, such as the end of an upload, goes on top of what was typed meanwhile.
  const change = (part: Partial<ManifestForm>) => setEdits((before) => ({ ...before, ...part }));
  const save = async () => {
    setAsked(true);
    if (!checked.manifest || !(await onSave(checked.manifest))) return;
    setAsked(false);
    setEdits({});
  };
  return (
    <form
      id={formId}
      noValidate
      className="grid grid-cols-1 gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void save();
        focusFirstWrong(event.currentTarget);
      }}
    >
      <MakerPart title={t('makers.edit.aboutTitle')} text={t('makers.edit.aboutText')}>
        <AboutAppFields
          form={form}
          problems={problems}
          onChange={change}
          icon={
            <PicturePicker
              face={appFace({ id, icon: form.icon })}
              name={form.names.en.trim() || id}
              shape="place"
              hasPicture={form.icon !== undefined}
              hint={t('makers.edit.iconHint')}
              removeText={t('makers.edit.iconRemove')}
              upload={uploadIcon}
              save={async (picture) => {
                change({ icon: picture ?? undefined });
                return { ok: true, data: null };
              }}
            />
          }
        />
      </MakerPart>
      <MakerPart title={t('makers.edit.source')} text={t('makers.edit.sourceText')}>
        <SourceFields form={form} problems={problems} upload={uploadBundle} onChange={change} />
      </MakerPart>
      <MakerPart title={t('makers.edit.scopes')} text={t('makers.edit.scopesText')}>
        <ScopeFields scopes={form.scopes} problems={problems} onChange={(scopes) => change({ scopes })} />
      </MakerPart>
      <MakerPart title={t('makers.edit.hosts')} text={t('makers.edit.hostsText')}>
        <HostFields form={form} problems={problems} onChange={change} />
      </MakerPart>
      <ActFailure problem={problem} />
      {(isDirty || isWrong) && (
        <SaveBar
          text={isWrong ? t('founding.check') : t('makers.edit.unsaved')}
          form={formId}
          isBusy={isBusy}
          saveLabel={t('makers.edit.save')}
          onDiscard={() => {
            setAsked(false);
            setEdits({});
          }}
        />
      )}
    </form>
  );
}
