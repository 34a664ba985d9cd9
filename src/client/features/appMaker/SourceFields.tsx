import { useTranslation } from 'react-i18next';
import type { ManifestProblems } from '#domain/checkManifest.ts';
import type { ManifestForm } from '#domain/manifestForms.ts';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { BundleField, type BundleFieldProps } from './BundleField.tsx';

export type SourceFieldsProps = {
  form: Pick<ManifestForm, 'source' | 'url' | 'bundle' | 'entry'>;
  problems: ManifestProblems;
  upload: BundleFieldProps['upload'];
  onChange: (change: Partial<ManifestForm>) => void;
};

/** Where the pages come from: files that are uploaded, or a server of the maker. */
export function SourceFields({ form, problems, upload, onChange }: SourceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SegmentedChoice
        label={t('makers.edit.source')}
        value={form.source}
        onChange={(source) => onChange({ source })}
        options={(['bundle', 'upstream'] as const).map((value) => ({ value, label: t(`makers.source.${value}`) }))}
      />
      {form.source === 'upstream' ? (
        <TextField
          label={t('makers.edit.url')}
          hint={t('makers.edit.urlHint')}
          value={form.url}
          onChange={(url) => onChange({ url })}
          type="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="https://example.com/"
          {...(problems.url ? { error: t(`makers.problem.url.${problems.url === 'long' ? 'long' : 'form'}`) } : {})}
        />
      ) : (
        <>
          <BundleField
            bundle={form.bundle}
            isMissing={problems.bundle !== undefined}
            upload={upload}
            onChange={(bundle) => onChange({ bundle })}
          />
          <TextField
            label={t('makers.edit.entry')}
            hint={t('makers.edit.entryHint')}
            value={form.entry}
            onChange={(entry) => onChange({ entry })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...(problems.entry ? { error: t('makers.problem.entry') } : {})}
          />
        </>
      )}
    </>
  );
}
