import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ErrorScreen } from '#client/ui/ErrorScreen.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <ErrorScreen
      title={t('notFound.title')}
      safe={t('notFound.safe')}
      advice={t('notFound.advice')}
      actions={
        <Link href="/chats" asChild>
          <LinkButton href="/chats" kind="filled">
            {t('notFound.action')}
          </LinkButton>
        </Link>
      }
    />
  );
}
