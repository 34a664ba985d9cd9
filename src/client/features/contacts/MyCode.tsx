import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addUrl } from '#domain/appLinks.ts';
import type { Account } from '#protocol/entities/user.ts';
import { useServices } from '#client/context.ts';
import { QrPicture } from '#client/parts/QrPicture.tsx';
import { ShareLink } from '#client/parts/ShareLink.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';

export type MyCodeProps = { account: Account; onClose: () => void };

/** My profile as a QR code and a link, for others to find me by. */
export function MyCode({ account, onClose }: MyCodeProps) {
  const { t } = useTranslation();
  const { qr } = useServices();
  const url = addUrl(location.origin, account.handle);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('joining.myCode.title')}
      closeLabel={t('common.close')}
      actions={
        <Link href="/scan" asChild>
          <LinkButton href="/scan" kind="quiet">
            {t('joining.scan.open')}
          </LinkButton>
        </Link>
      }
    >
      <div className="grid justify-items-center gap-4 pt-1">
        <QrPicture text={url} encode={qr.encode} label={t('joining.myCode.label', { handle: account.handle })} />
        <p className="text-center text-13 text-balance text-ink-soft">{t('joining.myCode.text')}</p>
        <ShareLink url={url} title={account.name} />
      </div>
    </Dialog>
  );
}
