import type { Translate } from '#client/parts/systemText.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';

export type MapQuestionProps = {
  t: Translate;
  /** of the map */
  href: string;
  onClose: () => void;
};

/** Asks before the map of a place is opened: it is a page of others, who learn which place it is. */
export function MapQuestion({ t, href, onClose }: MapQuestionProps) {
  return (
    <ConfirmDialog
      isOpen
      tone="brand"
      title={t('cards.place.webTitle', { host: new URL(href).host.replace(/^www\./, '') })}
      text={t('cards.place.webText')}
      confirmLabel={t('cards.place.webOpen')}
      cancelLabel={t('common.cancel')}
      onConfirm={() => {
        onClose();
        window.open(href, '_blank', 'noopener,noreferrer');
      }}
      onCancel={onClose}
    />
  );
}
