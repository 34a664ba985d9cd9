import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

export type CardLinkQuestionProps = {
  /** https only; `app`: name of the app that chose it */
  link: { url: string; app: string };
  onClose: () => void;
};

/** Asks before a card leads out of the messenger: what counts is the host, then the whole address. */
export function CardLinkQuestion({ link: { url, app }, onClose }: CardLinkQuestionProps) {
  const { t } = useTranslation();
  const { host } = new URL(url);
  return (
    <ConfirmDialog
      isOpen
      tone="brand"
      title={t('appCards.link.title', { host })}
      text={
        <>
          <p>{t('appCards.link.text', { name: app })}</p>
          <p dir="ltr" className="mt-2 rounded-card bg-hover p-2 text-start text-12 break-all text-ink">
            {url}
          </p>
        </>
      }
      confirmLabel={t('appCards.link.open')}
      cancelLabel={t('common.cancel')}
      onConfirm={() => {
        onClose();
        window.open(url, '_blank', 'noopener,noreferrer');
      }}
      onCancel={onClose}
    />
  );
}
