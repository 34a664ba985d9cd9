import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { cx } from '#client/ui/cx.ts';

export type ModeLinksProps = { mode: 'logIn' | 'signUp' };

/** The two ways in, side by side. Links, because each is a page of its own. */
export function ModeLinks({ mode }: ModeLinksProps) {
  const { t } = useTranslation();
  const ways = [
    { id: 'logIn', href: '/login', text: t('auth.logIn') },
    { id: 'signUp', href: '/signup', text: t('auth.signUp') },
  ] as const;
  return (
    <nav aria-label={t('auth.mode')} className="mb-5 flex gap-0.5 rounded-field bg-well p-[3px]">
      {ways.map(({ id, href, text }) => (
        <Link
          key={id}
          href={href}
          replace
          aria-current={id === mode ? 'page' : undefined}
          className={cx(
            'grid min-h-8 flex-1 place-items-center rounded-control px-3 py-1 text-center text-13 font-semibold max-tablet:min-h-11 pointer-coarse:min-h-11',
            id === mode ? 'bg-well-on text-ink shadow-float' : 'text-ink-soft hover:text-ink',
          )}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
