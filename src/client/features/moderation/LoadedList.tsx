import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { Loaded } from './useLoaded.ts';

export type LoadedListProps<Data> = {
  loaded: Loaded<Data>;
  /** why the last act did not work */
  problem?: string | undefined;
  children: (data: Data) => ReactNode;
};

/** What was asked of the server: waiting, why it did not come, or the content. */
export function LoadedList<Data>({ loaded, problem, children }: LoadedListProps<Data>) {
  const { t } = useTranslation();
  const { data, reload } = loaded;
  const shown = problem ?? loaded.problem;
  return (
    <div className="grid gap-3" aria-busy={data === undefined && shown === undefined}>
      {shown !== undefined && (
        <Banner
          tone="danger"
          role="alert"
          action={
            <Button kind="quiet" size="small" onClick={reload}>
              {t('moderation.retry')}
            </Button>
          }
        >
          {shown}
        </Banner>
      )}
      {data === undefined
        ? shown === undefined && <p className="py-8 text-center text-13 text-ink-soft">{t('moderation.loading')}</p>
        : children(data)}
    </div>
  );
}
