import { useTranslation } from 'react-i18next';
import type { AppStage } from '#domain/appStages.ts';
import { Tag, type TagTone } from '#client/ui/Tag.tsx';

export type StageTagProps = { stage: AppStage };

const tones: Record<AppStage, TagTone> = {
  draft: 'plain',
  review: 'brand',
  declined: 'warn',
  live: 'ok',
  closed: 'danger',
  removed: 'plain',
};

/** Where an app is, in a word. */
export function StageTag({ stage }: StageTagProps) {
  const { t } = useTranslation();
  return <Tag tone={tones[stage]}>{t(`makers.stage.${stage}`)}</Tag>;
}
