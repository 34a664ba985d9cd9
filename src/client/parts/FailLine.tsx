export type FailLineProps = {
  reason: string;
  labels: { retry: string; discard: string };
  onRetry?: () => void;
  onDiscard?: () => void;
  tabIndex: 0 | -1;
};

const ACTION = 'hit-44 min-h-7 rounded-control px-2 font-[650] hover:bg-hover';

/** Why a message did not leave, and only the actions that can work. */
export function FailLine({ reason, labels, onRetry, onDiscard, tabIndex }: FailLineProps) {
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-x-1 gap-y-0.5 text-12 font-[550] text-danger">
      <span>{reason}</span>
      <span className="flex gap-1">
        {onRetry && (
          <button type="button" tabIndex={tabIndex} onClick={onRetry} className={`${ACTION} text-brand-text`}>
            {labels.retry}
          </button>
        )}
        {onDiscard && (
          <button type="button" tabIndex={tabIndex} onClick={onDiscard} className={`${ACTION} text-ink`}>
            {labels.discard}
          </button>
        )}
      </span>
    </div>
  );
}
