import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { appPath, parseStart } from '#domain/appLinks.ts';
import { useServices } from '#client/context.ts';
import { AppsPane } from '#client/features/miniApps/pages/AppsPane.tsx';
import { PassportPane } from '#client/features/miniApps/passport/PassportPane.tsx';
import { cx } from '#client/ui/cx.ts';
import type { AppId } from '#protocol/ids.ts';

export type MiniAppsScreenProps = { app?: AppId; isPassport?: true };

/** `/apps`, `/apps/:id` and `/apps/:id/passport`: the page of all apps; over it the open one, or beside it (on a phone: instead of it) what one knows. */
export function MiniAppsScreen({ app, isPassport }: MiniAppsScreenProps) {
  const [, navigate] = useLocation();
  const start = parseStart(useSearch());
  const { openApp } = useServices();
  const opened = isPassport ? undefined : app;
  useEffect(() => {
    if (opened !== undefined) openApp({ app: opened, ...(start === undefined ? {} : { start }) });
  }, [openApp, opened, start]);
  /** At once, and drawn together with the address, which opens it again where it is loaded anew. */
  const open = (id: AppId) => {
    openApp({ app: id });
    if (id !== opened) navigate(appPath(id));
  };
  const isBeside = app !== undefined && isPassport === true;
  return (
    <div className="flex size-full min-h-0 bg-surface-sunken">
      <div className={cx('min-h-0 min-w-0 flex-1', isBeside && 'max-tablet:hidden')}>
        <AppsPane isBeside={isBeside} onOpen={open} />
      </div>
      {isBeside && (
        <>
          <div
            aria-hidden
            onClick={() => navigate('/apps')}
            className="fixed inset-0 z-8 bg-scrim max-tablet:hidden desk:hidden"
          />
          <aside className="z-9 w-panel flex-none overflow-hidden border-s border-line bg-surface max-desk:fixed max-desk:inset-y-0 max-desk:end-0 max-desk:animate-slide max-desk:shadow-layer max-tablet:static max-tablet:w-full max-tablet:border-0 max-tablet:shadow-none">
            <PassportPane key={app} app={app} onClose={() => navigate('/apps')} />
          </aside>
        </>
      )}
    </div>
  );
}
