import { useTranslation } from 'react-i18next';
import type { CardWords } from '#protocol/entities/appCards.ts';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import type { CardApp } from '#client/parts/AppCard.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Skeleton } from '#client/ui/Skeleton.tsx';

export type SharedCardPreviewProps = {
  app: CardApp;
  /** undefined while it is being fetched: its room is there */
  words: CardWords | undefined;
};

/** What will be shared, in short. */
export function SharedCardPreview({ app, words }: SharedCardPreviewProps) {
  const { t, i18n } = useTranslation();
  const { title = '', text = words?.facts?.map(({ label, value }) => `${label}: ${value}`).join(', ') } = words ?? {};
  return (
    <div className="mx-4 mt-4 flex min-h-[68px] flex-none items-center gap-3 rounded-card bg-surface-sunken px-3 py-2.5">
      <AppIcon app={app} name={app.name} size={48} />
      {words ? (
        <span className="grid min-w-0 flex-1 grid-cols-1">
          <b lang={textLang(title, i18n.language)} dir="auto" className="line-clamp-2 font-semibold wrap-anywhere">
            {title}
          </b>
          {text && (
            <span
              lang={textLang(text, i18n.language)}
              dir="auto"
              className="line-clamp-2 text-12 wrap-anywhere text-ink-soft"
            >
              {text}
            </span>
          )}
        </span>
      ) : (
        <span role="status" className="grid min-w-0 flex-1 gap-2">
          <span className="sr-only">{t('appCards.share.loading')}</span>
          <Skeleton width="75%" height={16} />
          <Skeleton width="50%" />
        </span>
      )}
    </div>
  );
}
