import { Lock, Users } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlace } from '#domain/chatTraits.ts';
import { faceId } from '#domain/faceId.ts';
import { noteMax } from '#domain/joinTraits.ts';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import type { JoinView } from './JoinView.ts';
import type { JoinWords } from './useInviteLink.ts';

/** What the way into a community is told. `id`: of the form, which the button here sends. */
export type EntranceProps = {
  id: string;
  asks: boolean;
  question: string | undefined;
  rules: string | undefined;
  taken: string | undefined;
  onEnter: (words: JoinWords) => void;
};

export type JoinCardProps = {
  view: JoinView;
  /** something of it is under way */
  isBusy: boolean;
  /** why the last press did not work */
  problem: string | undefined;
  onJoin: (words: JoinWords) => void;
  /** the name that somebody in the community has already */
  taken: string | undefined;
  /** the way into a community, where one has a name of one's own */
  entrance: (props: EntranceProps) => ReactNode;
  onWithdraw: () => void;
  onRetry: () => void;
  /** to the own chats */
  home: ReactNode;
};

/** What an invite link leads to, and the way in. */
export function JoinCard(props: JoinCardProps) {
  const { view, onRetry, home } = props;
  const { t } = useTranslation();
  switch (view.kind) {
    case 'loading':
      return <SkeletonRows label={t('joining.loading')} count={3} />;
    case 'gone':
      return <EmptyState pose="nap" title={t('joining.gone.title')} text={t('joining.gone.text')} action={home} />;
    case 'failed':
      return (
        <EmptyState
          pose="none"
          title={t('joining.failed')}
          text={view.problem}
          action={<Button onClick={onRetry}>{t('common.tryAgain')}</Button>}
        />
      );
    case 'chat':
      return <Invited {...props} view={view} />;
  }
}

type ChatView = Extract<JoinView, { kind: 'chat' }>;

function Invited(props: JoinCardProps & { view: ChatView }) {
  const { view, problem } = props;
  const { t, i18n } = useTranslation();
  const title = view.title ?? t('chat.untitled');
  return (
    <article className="grid justify-items-center gap-1 rounded-sheet rounded-es-[7px] bg-surface-raised px-6 pt-8 pb-6 text-center shadow-edge [--plane:var(--surface-raised)]">
      <Face
        face={faceId(view.c, { av: view.avatar })}
        name={title}
        size={96}
        shape={isPlace(view.chatKind) ? 'place' : 'person'}
        className="mb-3"
      />
      <h1 lang={textLang(title, i18n.language)} className="text-20 font-[650] tracking-tight text-balance">
        {title}
      </h1>
      <p className="flex items-center gap-1.5 text-13 text-ink-soft">
        <Icon icon={Users} size={16} />
        {t('joining.members', { count: view.count })}
      </p>
      {view.about !== undefined && (
        <p lang={textLang(view.about, i18n.language)} className="mt-2 text-pretty whitespace-pre-line text-ink-soft">
          {view.about}
        </p>
      )}
      <div className="mt-5 grid w-full gap-3 text-start">
        <WayIn {...props} />
        {problem && <Banner role="alert">{problem}</Banner>}
      </div>
    </article>
  );
}

function WayIn(props: JoinCardProps & { view: ChatView }) {
  const { view, isBusy, onWithdraw, home } = props;
  const { t } = useTranslation();
  switch (view.me) {
    case 'banned':
      return (
        <>
          <Banner tone="danger" title={t('joining.banned.title')}>
            {t('joining.banned.text')}
          </Banner>
          {home}
        </>
      );
    case 'waiting':
      return (
        <>
          <Banner tone="info" role="status" title={t('joining.waiting.title')}>
            {t('joining.waiting.text')}
            {view.name !== undefined && ` ${t('joining.waiting.as', { name: view.name })}`}
          </Banner>
          <Button kind="quiet" size="large" isWide isBusy={isBusy} onClick={onWithdraw}>
            {t('joining.waiting.action')}
          </Button>
        </>
      );
    case 'refused':
      return (
        <>
          <Banner title={t('joining.refused.title')}>{t('joining.refused.text', { time: view.again ?? '' })}</Banner>
          {home}
        </>
      );
    case 'in':
    case 'out':
      if (view.isFull)
        return (
          <>
            <Banner title={t('joining.full.title')}>{t('joining.full.text')}</Banner>
            {home}
          </>
        );
      return isPlace(view.chatKind) ? (
        <Entrance key={String(view.asks)} {...props} />
      ) : (
        <Form key={String(view.asks)} {...props} />
      );
  }
}

function Entrance({ view, isBusy, taken, entrance, onJoin }: JoinCardProps & { view: ChatView }) {
  const { t } = useTranslation();
  const id = useId();
  const { asks, question, rules } = view;
  const onEnter = (words: JoinWords) => {
    if (!isBusy) onJoin(words);
  };
  return (
    <>
      {entrance({ id, asks, question, rules, taken, onEnter })}
      <Button kind="cta" size="large" type="submit" form={id} isWide isBusy={isBusy}>
        {asks ? t('joining.ask') : t('joining.join')}
      </Button>
    </>
  );
}

function Form({ view, isBusy, onJoin }: JoinCardProps & { view: ChatView }) {
  const { t, i18n } = useTranslation();
  const [note, setNote] = useState('');
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onJoin({ note });
      }}
    >
      {view.asks && (
        <>
          {view.question !== undefined && (
            <p lang={textLang(view.question, i18n.language)} className="font-semibold text-pretty">
              {view.question}
            </p>
          )}
          <TextArea
            label={view.question === undefined ? t('joining.note') : t('joining.answer')}
            value={note}
            onChange={setNote}
            minRows={2}
            maxRows={6}
            maxLength={noteMax}
          />
          <p className="flex gap-2 text-13 text-pretty text-ink-soft">
            <Icon icon={Lock} size={16} className="mt-0.5 flex-none" />
            {t('joining.asks')}
          </p>
        </>
      )}
      <Button kind="cta" size="large" type="submit" isWide isBusy={isBusy}>
        {view.asks ? t('joining.ask') : t('joining.join')}
      </Button>
      {!view.asks && <p className="text-center text-13 text-balance text-ink-soft">{t('joining.fromNow')}</p>}
    </form>
  );
}
