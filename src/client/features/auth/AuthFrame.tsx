import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LanguageTag } from '#client/locales/languageNames.ts';
import { DuskScene } from '#client/ui/DuskScene.tsx';
import { LogoMark } from '#client/ui/LogoMark.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';

export type AuthFrameProps = {
  language: LanguageTag;
  onLanguage: (language: LanguageTag) => void;
  children: ReactNode;
};

/** The door: the picture with what this place is about, and beside (or below) it the form. */
export function AuthFrame({ language, onLanguage, children }: AuthFrameProps) {
  const { t } = useTranslation();
  return (
    <div className="grid h-dvh grid-rows-[auto_1fr] overflow-y-auto bg-surface text-ink [--plane:var(--surface)] desk:grid-cols-2 desk:grid-rows-1 desk:overflow-hidden">
      <div className="relative h-[27vw] overflow-hidden max-tablet:h-[47vw] desk:h-auto">
        <div className="absolute inset-x-0 -top-[51vw] h-[125vw] max-tablet:-top-[49vw] desk:inset-0 desk:h-auto">
          <DuskScene />
        </div>
        <Greetings />
        <p className="absolute start-10 bottom-9 hidden text-20 font-[650] tracking-tight whitespace-pre-line text-white desk:block">
          {t('auth.tagline')}
        </p>
      </div>
      <div className="scroll-pane flex min-w-0 flex-col px-8 pt-6 pb-6 max-desk:overflow-visible max-tablet:px-4 max-tablet:pt-3">
        <header className="flex items-center gap-2.5">
          <LogoMark />
          <b className="flex-1 text-20 font-bold tracking-tight whitespace-nowrap">{t('app.name')}</b>
          <LanguageSelect value={language} onChange={onLanguage} />
        </header>
        <main className="m-auto w-full max-w-100 py-5 max-desk:mt-4 tablet:max-desk:mt-14">{children}</main>
      </div>
    </div>
  );
}

/** A few words of people on their way, in the languages of the house. Decoration: each stays in its own language. */
function Greetings() {
  const bubble = 'rounded-[22px] px-4.5 py-2.5 text-17 shadow-float';
  const other = `${bubble} rounded-es-join bg-bubble-other`;
  return (
    <div
      aria-hidden
      className="absolute start-16 top-[11%] hidden w-[min(440px,100%-128px)] flex-col items-start gap-3 desk:flex"
    >
      <span lang="id" className={other}>
        Sudah sampai?
      </span>
      <span lang="ja" className={`${bubble} -mt-2 rounded-ss-join bg-bubble-other`}>
        もうすぐ！
      </span>
      <span lang="ko" className={`${bubble} self-end rounded-ee-join bg-bubble-own text-bubble-own-ink`}>
        역 앞에서 기다릴게
      </span>
      <span lang="zh-Hant" className={other}>
        路上小心喔
      </span>
    </div>
  );
}
