import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinUrl } from '#domain/appLinks.ts';
import { linksMax } from '#domain/joinTraits.ts';
import { canRevokeLink } from '#domain/permissions.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { useServices } from '#client/context.ts';
import { QrPicture } from '#client/parts/QrPicture.tsx';
import { ShareLink } from '#client/parts/ShareLink.tsx';
import { momentYearText } from '#client/parts/timeTexts.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import type { GroupChat } from '../GroupChat.ts';
import { useGroupChange } from '../useGroupChange.ts';
import { LinkForm } from './LinkForm.tsx';
import { LinkList, type LinkRow } from './LinkList.tsx';
import { useListed } from './useListed.ts';
import { useMakerNames } from './useMakerNames.ts';

export type LinksDialogProps = { chat: GroupChat; title: string; onClose: () => void };

type InviteLink = RequestOutput<'link.create'>['link'];

/** Inviting by link: the newest one as a QR code to show, ways to pass it on, all that work, and a form for another. */
export function LinksDialog({ chat, title, onClose }: LinksDialogProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const { links, failure, reload } = useLinks(chat);
  const [chosen, setChosen] = useState<string>();
  const shown = links?.find(({ code }) => code === chosen) ?? links?.[0];
  const toRow = useRows(chat, links);
  const request = () => ({ c: chat.c, op: services.newOp() });
  const url = shown && joinUrl(location.origin, shown.code);
  const problem = change.problem ?? failure;
  return (
    <Dialog isOpen onClose={onClose} title={t('joining.links.open')} closeLabel={t('common.close')}>
      <div className="grid gap-5 pt-1">
        {url !== undefined && (
          <div className="grid justify-items-center gap-4">
            <QrPicture text={url} encode={services.qr.encode} label={t('joining.links.label', { title })} />
            <ShareLink url={url} title={title} />
          </div>
        )}
        {problem && <Banner role="alert">{problem}</Banner>}
        {links === undefined ? (
          !failure && <SkeletonRows label={t('joining.loading')} count={2} />
        ) : (
          <div>
            {links.length > 0 && (
              <LinkList
                links={links.map(toRow)}
                shown={shown?.code}
                onShow={setChosen}
                onRevoke={({ code }) =>
                  void change.run(() => services.rpc('link.revoke', { ...request(), code }), reload)
                }
              />
            )}
            {links.length < linksMax && (
              <LinkForm
                isBusy={change.isBusy}
                onMake={(wish) =>
                  void change.run(
                    () => services.rpc('link.create', { ...request(), ...wish }),
                    () => {
                      setChosen(undefined);
                      reload();
                    },
                  )
                }
              />
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** The links as the server has them, the newest first; read again after each change. */
function useLinks({ c }: GroupChat) {
  const services = useServices();
  const ask = useCallback(() => services.rpc('link.list', { c }), [services, c]);
  const { data, failure, reload } = useListed(ask);
  return { links: data?.items, failure, reload };
}

function useRows(chat: GroupChat, links: readonly InviteLink[] | undefined): (link: InviteLink) => LinkRow {
  const { t, i18n } = useTranslation();
  const nameOfMaker = useMakerNames(chat, links);
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  return ({ code, by, ex, uses, max }) => ({
    code,
    by: by === chat.me.mid ? t('common.you') : (nameOfMaker(by) ?? t('common.someone')),
    until: ex === undefined ? undefined : momentYearText(ex, i18n.language),
    uses,
    max,
    isRevocable: canRevokeLink(standing, by === chat.me.mid),
  });
}
