import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moderationLimits } from '#domain/moderation/moderationChoices.ts';
import { phraseRule } from '#domain/moderation/phraseRule.ts';
import { rebaseRules } from '#domain/moderation/rebaseRules.ts';
import { phraseSize } from '#domain/moderation/phraseSize.ts';
import type { FilterPhrase, ModerationConfig } from '#protocol/entities/moderation.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { allowText } from './allowText.ts';
import { DryRun, type DryRunDays, type DryRunResult } from './DryRun.tsx';
import type { Loaded } from './useLoaded.ts';
import { PhraseForm } from './PhraseForm.tsx';
import { PhraseTable } from './PhraseTable.tsx';
import { RuleChoices } from './RuleChoices.tsx';
import { useAct } from './useAct.ts';
import { useNames } from './useNames.ts';
import type { RequestOutput } from '#protocol/requests.ts';

export type FilterTabProps = {
  c: ChatId;
  kind: number;
  canChange: boolean;
  rules: Loaded<RequestOutput<'moderation.get'>>;
};

const emptyPhrase: FilterPhrase = { x: '', m: 'contains', do: 'hide' };

/** The rules of the chat: try a phrase on the past, then let it act. */
export function FilterTab({ c, kind, canChange, rules }: FilterTabProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useRuleChange(c, rules);
  const [phrase, setPhrase] = useState(emptyPhrase);
  const [allow, setAllow] = useState<string[]>();
  const [days, setDays] = useState<DryRunDays>('30');
  const trial = useTrial(c);
  const names = useNames(c, kind, trial.result?.rows.map(({ u }) => u) ?? []);
  const { data } = rules;
  if (!data) return null;
  const { config } = data;
  const wanted = phrase.x.trim() === '' ? undefined : { ...phrase, x: phrase.x.trim() };
  const wrong = wanted && wrongWith(config, wanted);
  const allowed = allow ?? config.allow;
  const save = (next: ModerationConfig, onDone?: () => void) => change.save(data, next, onDone);
  const tryOut = (withAllow: readonly string[], period = days) => {
    if (wanted && !wrong) trial.start({ phrases: [wanted], allow: [...withAllow] }, period);
  };
  const start = () => {
    if (!wanted) return;
    save({ ...config, phrases: [...config.phrases, wanted], allow: allowed }, () => {
      setPhrase(emptyPhrase);
      setAllow(undefined);
      trial.forget();
    });
  };
  const changeAllow = (next: string[]) => {
    setAllow(next);
    if (trial.isOpen) tryOut(next);
  };
  const hits = new Map(data.hits);
  return (
    <div className="grid gap-8">
      {change.problem !== undefined && (
        <Banner tone="danger" role="alert">
          {change.problem}
        </Banner>
      )}
      {change.overtaken && (
        <Overtaken isBusy={change.isBusy} onAgain={() => change.overtaken?.again(data)} onForget={change.forget} />
      )}
      {!canChange && <Banner tone="info">{t('moderation.filter.readOnly')}</Banner>}
      {canChange && (
        <div className="grid items-start gap-6 desk:grid-cols-2">
          <PhraseForm
            phrase={phrase}
            allow={allowed}
            wrong={wrong === undefined ? undefined : t(`moderation.filter.${wrong}`)}
            isBusy={trial.isRunning}
            onPhrase={(next) => {
              setPhrase(next);
              if (next.x !== phrase.x || next.m !== phrase.m) trial.forget();
            }}
            onAllow={changeAllow}
            onTry={() => tryOut(allowed)}
          />
          {trial.isOpen && (
            <div className="grid gap-3">
              <DryRun
                days={days}
                result={trial.result}
                isRunning={trial.isRunning}
                problem={trial.problem}
                names={names}
                now={services.serverNow()}
                onDays={(next) => {
                  setDays(next);
                  tryOut(allowed, next);
                }}
                onAllow={(row) => changeAllow([...new Set([...allowed, allowText(row.x, row.spans)])])}
              />
              <Button isWide isBusy={change.isBusy} onClick={start}>
                {t(`moderation.start.${phrase.do}`)}
              </Button>
            </div>
          )}
        </div>
      )}
      <section className="grid gap-3">
        <h2 className="flex flex-wrap items-baseline gap-2 text-17 font-[650]">
          {t('moderation.filter.phrases')}
          <span className="text-13 font-normal text-ink-soft">
            {t('moderation.filter.count', { count: config.phrases.length })}
          </span>
        </h2>
        <PhraseTable
          phrases={config.phrases}
          hitsOf={({ x }) => hits.get(phraseRule(x)) ?? 0}
          onRemove={
            canChange
              ? (gone) => save({ ...config, phrases: config.phrases.filter((other) => other !== gone) })
              : undefined
          }
        />
      </section>
      {canChange && (
        <section className="grid gap-3">
          <h2 className="text-17 font-[650]">{t('moderation.filter.rules')}</h2>
          <RuleChoices config={config} onChange={(next) => save(next)} />
        </section>
      )}
    </div>
  );
}

type Rules = RequestOutput<'moderation.get'>;

/** Saves rules made from those that were seen. Who was overtaken by somebody else is shown the new ones, and can put his change on top of them. */
function useRuleChange(c: ChatId, rules: Loaded<Rules>) {
  const services = useServices();
  const act = useAct();
  const [overtaken, setOvertaken] = useState<{ again: (now: Rules) => void }>();
  const save = (seen: Rules, next: ModerationConfig, onDone?: () => void): void => {
    const ask = async () => {
      const input = { c, config: next, v: seen.v, op: services.newOp() };
      const answer = await services.rpc('moderation.set', input);
      const isStale = !answer.ok && answer.code === 'STALE';
      setOvertaken(
        isStale ? { again: (now) => save(now, rebaseRules(seen.config, next, now.config), onDone) } : undefined,
      );
      if (isStale) rules.reload();
      return answer;
    };
    void act.run('save', ask, () => {
      onDone?.();
      rules.reload();
    });
  };
  const isBusy = act.busyKey === 'save';
  return {
    save,
    isBusy,
    overtaken,
    problem: overtaken ? undefined : act.problem,
    forget: () => {
      setOvertaken(undefined);
      act.forget();
    },
  };
}

type OvertakenProps = { isBusy: boolean; onAgain: () => void; onForget: () => void };

function Overtaken({ isBusy, onAgain, onForget }: OvertakenProps) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="warn"
      role="alert"
      title={t('moderation.stale.title')}
      action={
        <>
          <Button size="small" isBusy={isBusy} onClick={onAgain}>
            {t('moderation.stale.again')}
          </Button>
          <Button kind="quiet" size="small" isDisabled={isBusy} onClick={onForget}>
            {t('moderation.stale.leave')}
          </Button>
        </>
      }
    >
      {t('moderation.stale.text')}
    </Banner>
  );
}

/** What keeps a phrase out of the list. */
function wrongWith(config: ModerationConfig, { x, m }: FilterPhrase): 'size' | 'twice' | undefined {
  const size = phraseSize(x);
  if (size < moderationLimits.phraseMin || size > moderationLimits.phraseMax) return 'size';
  const isKnown = config.phrases.some((other) => other.m === m && phraseRule(other.x) === phraseRule(x));
  return isKnown ? 'twice' : undefined;
}

/** A dry run and its answer, one at a time. */
function useTrial(c: ChatId) {
  const services = useServices();
  const act = useAct();
  const [isOpen, setOpen] = useState(false);
  const [result, setResult] = useState<DryRunResult>();
  const start = (config: ModerationConfig, days: DryRunDays) => {
    setOpen(true);
    const period = Number(days) as 7 | 30 | 180;
    void act.run('try', () => services.rpc('moderation.try', { c, config, days: period }), setResult);
  };
  const forget = () => {
    setOpen(false);
    setResult(undefined);
  };
  return { isOpen, result, isRunning: act.busyKey !== undefined, problem: act.problem, start, forget };
}
