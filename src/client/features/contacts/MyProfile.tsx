import { Pencil, QrCode, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { faceId } from '#domain/faceId.ts';
import { useServices } from '#client/context.ts';
import { Handle } from '#client/parts/Handle.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Button } from '#client/ui/Button.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import { ProfileCover } from './ProfileCover.tsx';

const MyCode = lazyPart(() => import('./MyCode.tsx').then((file) => file.MyCode));
const ShareProfile = lazyPart(() => import('./ShareProfile.tsx').then((file) => file.ShareProfile));
const AHEAD = [MyCode, ShareProfile];

/** My own profile as others see it, with the way to change it. */
export function MyProfile() {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const account = useStore(services.stores.session, (session) => session.account);
  const [isCodeOpen, setCodeOpen] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const [said, setSaid] = useState<string>();
  usePreload(AHEAD);
  if (!account) return null;
  const id = faceId(account.id, account);
  return (
    <div className="mx-auto w-full max-w-140 px-6 pt-6 pb-10 max-tablet:px-0 max-tablet:pt-0">
      <section className="overflow-hidden rounded-sheet rounded-es-[7px] bg-surface-raised shadow-edge [--plane:var(--surface-raised)] max-tablet:rounded-none max-tablet:shadow-none">
        <div className="relative h-42 max-tablet:h-36">
          <ProfileCover id={id} />
        </div>
        <div className="px-6 pb-6 max-tablet:px-4">
          <div className="relative -mt-12 mb-3 flex w-max rounded-full ring-4 ring-plane">
            <Face face={id} name={account.name} size={96} />
          </div>
          <h1 lang={textLang(account.name, i18n.language)} className="text-20 font-[650] tracking-tight">
            {account.name}
          </h1>
          <p className="text-13 text-ink-faint">
            <Handle handle={account.handle} />
          </p>
          {account.status && (
            <p lang={textLang(account.status, i18n.language)} className="mt-3 text-pretty">
              {account.status}
            </p>
          )}
          <p className="mt-3 mb-5 text-13 text-ink-soft">{t('person.you')}</p>
          <div className="flex flex-wrap gap-2">
            <Link href="/settings/account" asChild>
              <LinkButton href="/settings/account" kind="tonal" size="large" icon={Pencil}>
                {t('person.edit')}
              </LinkButton>
            </Link>
            <Button kind="quiet" size="large" icon={QrCode} aria-haspopup="dialog" onClick={() => setCodeOpen(true)}>
              {t('joining.myCode.open')}
            </Button>
            <Button kind="quiet" size="large" icon={Share2} aria-haspopup="dialog" onClick={() => setSharing(true)}>
              {t('cards.contact.share')}
            </Button>
          </div>
        </div>
      </section>
      {isCodeOpen && <MyCode account={account} onClose={() => setCodeOpen(false)} />}
      {isSharing && (
        <ShareProfile
          account={account}
          onDone={(text) => {
            setSharing(false);
            setSaid(text);
          }}
          onClose={() => setSharing(false)}
        />
      )}
      <ToastRegion label={t('cards.contact.share')}>
        {said !== undefined && (
          <Toast text={said} tone="ok" closeLabel={t('common.close')} onClose={() => setSaid(undefined)} />
        )}
      </ToastRegion>
    </div>
  );
}
