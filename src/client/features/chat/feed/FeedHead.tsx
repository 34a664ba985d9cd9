import { Button } from '#client/ui/Button.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';

export type FeedHeadProps = {
  /** `start`: nothing older exists · `loading` · `problem`: it could not be had · `more`: it is there when asked for */
  state: 'start' | 'loading' | 'problem' | 'more';
  /** for `start`: what begins here */
  startText: string;
  labels: { loading: string; problem: string; tryAgain: string };
  onTryAgain: () => void;
};

/** What stands above the first message: the beginning, or why it is not there yet. The states have one height. */
export function FeedHead({ state, startText, labels, onTryAgain }: FeedHeadProps) {
  return (
    <div className="flex min-h-16 items-center justify-center px-4 pt-4 text-center text-13 text-ink-faint">
      {state === 'start' && <p className="max-w-[360px] text-balance">{startText}</p>}
      {state === 'loading' && (
        <p role="status" className="flex items-center gap-2">
          <Spinner />
          <span className="sr-only">{labels.loading}</span>
        </p>
      )}
      {state === 'problem' && (
        <p role="status" className="flex flex-wrap items-center justify-center gap-2">
          {labels.problem}
          <Button kind="ghost" size="small" onClick={onTryAgain}>
            {labels.tryAgain}
          </Button>
        </p>
      )}
    </div>
  );
}
