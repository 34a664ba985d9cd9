import { useLocation } from 'wouter';
import { DiscoverPane } from '#client/features/communities/discover/DiscoverPane.tsx';
import type { FoundDialogProps } from '#client/features/communities/FoundDialog.tsx';
import { PreviewPane } from '#client/features/communities/discover/PreviewPane.tsx';
import { cx } from '#client/ui/cx.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { ChatId } from '#protocol/ids.ts';

const FoundDialog = lazyPart<FoundDialogProps>(() =>
  import('#client/features/communities/FoundDialog.tsx').then((m) => m.FoundDialog),
);

export type DiscoverScreenProps = { chatId?: ChatId; isNew?: true };

/** `/discover`, `/discover/:chatId` and `/discover/new`: what can be found, and beside it (on a phone: instead of it) one community. */
export function DiscoverScreen({ chatId, isNew }: DiscoverScreenProps) {
  const [, navigate] = useLocation();
  const isOpen = chatId !== undefined;
  return (
    <div className="flex size-full min-h-0 bg-surface-sunken">
      <div className={cx('min-h-0 min-w-0 flex-1', isOpen && 'max-tablet:hidden')}>
        <DiscoverPane chosenId={chatId} />
      </div>
      {isOpen && (
        <>
          <div
            aria-hidden
            onClick={() => navigate('/discover')}
            className="fixed inset-0 z-8 bg-scrim max-tablet:hidden desk:hidden"
          />
          <aside className="z-9 w-panel flex-none overflow-hidden border-s border-line bg-surface max-desk:fixed max-desk:inset-y-0 max-desk:end-0 max-desk:animate-slide max-desk:shadow-layer max-tablet:static max-tablet:w-full max-tablet:border-0 max-tablet:shadow-none">
            <PreviewPane key={chatId} chatId={chatId} />
          </aside>
        </>
      )}
      {isNew && <FoundDialog onFounded={(c) => navigate(`/chats/${c}`)} onClose={() => navigate('/discover')} />}
    </div>
  );
}
