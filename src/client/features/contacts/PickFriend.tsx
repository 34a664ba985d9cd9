import { useTranslation } from 'react-i18next';
import { EmptyState } from '#client/ui/EmptyState.tsx';

/** The main pane while nobody is chosen. */
export function PickFriend() {
  const { t } = useTranslation();
  return <EmptyState isCentred pose="nap" title={t('friends.pick.title')} text={t('friends.pick.text')} />;
}
