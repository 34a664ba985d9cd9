import { ArrowLeft, UserRound, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isCardMessage, isTextMessage } from '#domain/chatTraits.ts';
import { plainLine } from '#domain/readCardHead.ts';
import { faceId } from '#domain/faceId.ts';
import { toJoinWay } from '#domain/communityRules.ts';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import { Face } from '#client/parts/Face.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { isoTime, momentText, weekdayTimeFull } from '#client/parts/timeTexts.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { personHue } from '#client/ui/personHue.ts';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { CommunityFacts } from '../CommunityFacts.tsx';
import { RulesText } from '../RulesText.tsx';

export type CommunityPreviewProps = {
  /** undefined while it is being fetched */
  peek: CommunityPeek | undefined;
  /** it is not there, or not for me */
  isMissing: boolean;
  /** why it could not be fetched, in words */
  problem: string | undefined;
  onRetry: () => void;
  onJoin: () => void;
  /** takes the own request back */
  onWithdraw: () => void;
  isBusy: boolean;
  /** why that did not work, in words */
  failure: string | undefined;
  onOpen: () => void;
  onClose: () => void;
};

/** A community as a stranger sees it, and the way in. */
export function CommunityPreview(props: CommunityPreviewProps) {
  const { peek, isMissing, problem, onRetry, onClose } = props;
  const { t } = useTranslation();
  return (
    <section
      aria-label={peek?.card.title ?? t('discover.preview')}
      className="flex size-full min-h-0 flex-col bg-surface [--plane:var(--surface)]"
    >
      <PaneHeader
        look="pane"
        level={2}
        title={t('discover.preview')}
        lead={
          <span className="flex tablet:hidden">
            <IconButton icon={ArrowLeft} isMirrored label={t('common.back')} onClick={onClose} />
          </span>
        }
        actions={
          <span className="flex max-tablet:hidden">
            <IconButton icon={X} label={t('common.close')} onClick={onClose} />
          </span>
        }
      />
      {isMissing ? (
        <EmptyState isCentred title={t('discover.missing.title')} text={t('discover.missing.text')} level={3} />
      ) : peek ? (
        <Preview {...props} peek={peek} />
      ) : problem === undefined ? (
        <SkeletonRows label={t('discover.loading')} count={6} />
      ) : (
        <div className="p-4">
          <Banner
            role="status"
            action={
              <Button kind="quiet" size="small" onClick={onRetry}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            {problem}
          </Banner>
        </div>
      )}
    </section>
  );
}

type PreviewProps = CommunityPreviewProps & { peek: CommunityPeek };

function Preview(props: PreviewProps) {
  const { peek } = props;
  const { t, i18n } = useTranslation();
  const { card, rules, rows } = peek;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows must scroll it where nothing inside takes the focus */}
      <div tabIndex={0} className="scroll-pane flex-1 -outline-offset-2 px-4 pt-5 pb-6">
        <Face face={faceId(card.c, { av: card.avatar })} name={card.title} size={72} shape="place" />
        <h3
          lang={textLang(card.title, i18n.language)}
          dir="auto"
          className="mt-3 mb-1 text-20 font-[650] wrap-anywhere"
        >
          {card.title}
        </h3>
        {card.about && (
          <p lang={textLang(card.about, i18n.language)} dir="auto" className="mb-4 wrap-anywhere whitespace-pre-line">
            {card.about}
          </p>
        )}
        <CommunityFacts members={card.cnt} cap={card.cap} join={toJoinWay(card.join)} topic={card.cat} />
        {rules && (
          <>
            <SectionLabel>{t('community.rules')}</SectionLabel>
            <div className="mb-4">
              <RulesText rules={rules} />
            </div>
          </>
        )}
        {rows && rows.length > 0 && <Newest peek={peek} />}
      </div>
      <div className="grid flex-none grid-cols-1 gap-3 border-t border-line p-4 pb-[calc(16px+env(safe-area-inset-bottom))]">
        <WayIn {...props} />
        {props.failure && <Banner role="alert">{props.failure}</Banner>}
      </div>
    </>
  );
}

/** What strangers may read of it. Senders are names here, nothing leads to their accounts. */
function Newest({ peek: { rows = [], names = [] } }: { peek: CommunityPeek }) {
  const { t, i18n } = useTranslation();
  const nameOf = new Map(names);
  const shown = rows.filter(({ k, b }) => (isTextMessage(k) || isCardMessage(k)) && typeof b?.['x'] === 'string');
  if (shown.length === 0) return null;
  return (
    <>
      <SectionLabel>{t('discover.newest')}</SectionLabel>
      <ul className="grid grid-cols-1 gap-3">
        {shown.map(({ s, u, k, b, at }) => {
          const name = nameOf.get(u) || t('chat.someone');
          const words = String(b?.['x']);
          const text = isCardMessage(k) ? plainLine(words) : words;
          return (
            <li key={s}>
              <span className="flex items-baseline gap-2 text-13">
                <bdi
                  lang={textLang(name, i18n.language)}
                  className="person-name truncate font-semibold"
                  style={{ '--h': personHue(String(u)) } as object}
                >
                  {name}
                </bdi>
                <time dateTime={isoTime(at)} className="flex-none text-12 text-ink-faint">
                  {momentText(at, i18n.language)}
                </time>
              </span>
              <span
                lang={textLang(text, i18n.language)}
                dir="auto"
                className="line-clamp-4 wrap-anywhere whitespace-pre-line"
              >
                {text}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The button at the foot, or why there is none. */
function WayIn({ peek, isBusy, onJoin, onWithdraw, onOpen }: PreviewProps) {
  const { t, i18n } = useTranslation();
  const { card, me, nn, again } = peek;
  const way = toJoinWay(card.join);
  if (me === 'member') {
    return (
      <Button size="large" isWide onClick={onOpen}>
        {t('discover.open')}
      </Button>
    );
  }
  if (me === 'banned') {
    const appeal = (
      <LinkButton href={`/chats/${card.c}`} size="small">
        {t('moderation.appeal.title')}
      </LinkButton>
    );
    return (
      <Banner tone="danger" action={appeal}>
        {t('discover.banned')}
      </Banner>
    );
  }
  if (me === 'waiting') {
    return (
      <>
        <Banner tone="info" role="status" title={t('discover.waiting', { name: nn })}>
          {t('discover.waitingText')}
        </Banner>
        <Button kind="quiet" size="large" isWide isBusy={isBusy} onClick={onWithdraw}>
          {t('discover.withdraw')}
        </Button>
      </>
    );
  }
  if (me === 'refused' && again !== undefined) {
    return (
      <Banner role="status" title={t('discover.refused')}>
        {t('discover.refusedText', { time: weekdayTimeFull(again, i18n.language) })}
      </Banner>
    );
  }
  if (card.cnt >= card.cap) return <Banner tone="warn">{t('discover.full')}</Banner>;
  if (way === 'closed') return <Banner tone="info">{t('discover.closed')}</Banner>;
  return (
    <>
      <Banner tone="info" icon={UserRound}>
        {t(way === 'approval' ? 'discover.asks' : 'discover.private')}
      </Banner>
      <Button kind="cta" size="large" isWide aria-haspopup="dialog" onClick={onJoin}>
        {t(way === 'approval' ? 'discover.ask' : 'discover.join')}
      </Button>
    </>
  );
}
