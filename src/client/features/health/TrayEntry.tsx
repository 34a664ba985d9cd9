import { Clock, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { textLang } from '#client/parts/textLang.ts';
import { Avatar } from '#client/ui/Avatar.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type TrayEntryProps = {
  /** where it goes; undefined for what belongs to no chat */
  to?: { id: string; name: string; line: string } | undefined;
  time: { text: string; dateTime: string };
  text: string;
  /** a sentence about what it does, where there is no text of the person's own */
  isQuiet?: boolean;
  /** why it is still here */
  state: { kind: 'waiting' | 'failed'; text: string };
  labels: Record<'copy' | 'discard' | 'edit' | 'go' | 'save' | 'cancel' | 'editLabel', string>;
  readerLang: string;
  /** most characters (UTF-16 units) of a message */
  max: number;
  /** absent where it cannot work */
  onGo?: (() => void) | undefined;
  onEdit?: ((text: string) => void) | undefined;
  onCopy?: (() => void) | undefined;
  onDiscard?: (() => void) | undefined;
};

/** One thing that has not left yet, with the actions that can work for it. */
export function TrayEntry(props: TrayEntryProps) {
  const { to, time, text, isQuiet, state, labels, readerLang, onEdit } = props;
  const [draft, setDraft] = useState<string>();
  const isFailed = state.kind === 'failed';
  return (
    <li className="grid gap-2 rounded-card bg-surface-raised p-3 shadow-edge [--plane:var(--surface-raised)]">
      <div className="flex items-center gap-2 text-12 text-ink-soft">
        {to && <Avatar id={to.id} name={to.name} size={20} />}
        <span className="min-w-0 flex-1 truncate font-semibold">{to?.line}</span>
        <time dateTime={time.dateTime} className="flex-none text-ink-faint">
          {time.text}
        </time>
      </div>
      {draft === undefined ? (
        <p
          lang={textLang(text, readerLang)}
          className={isQuiet ? 'text-13 text-ink-soft' : 'line-clamp-6 text-15 whitespace-pre-wrap'}
        >
          {text}
        </p>
      ) : (
        <TextArea label={labels.editLabel} isLabelHidden value={draft} onChange={setDraft} />
      )}
      <p className={`flex gap-1.5 text-12 ${isFailed ? 'text-danger' : 'text-warn'}`}>
        <Icon icon={isFailed ? CircleAlert : Clock} size={16} />
        {state.text}
      </p>
      {draft === undefined ? (
        <div className="flex flex-wrap gap-2">
          {props.onGo && (
            <Button kind="tonal" size="small" onClick={props.onGo}>
              {labels.go}
            </Button>
          )}
          {onEdit && (
            <Button kind="quiet" size="small" onClick={() => setDraft(text)}>
              {labels.edit}
            </Button>
          )}
          {props.onCopy && (
            <Button kind={props.onGo ? 'quiet' : 'tonal'} size="small" onClick={props.onCopy}>
              {labels.copy}
            </Button>
          )}
          {props.onDiscard && (
            <Button kind="quiet" size="small" onClick={props.onDiscard}>
              {labels.discard}
            </Button>
          )}
        </div>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            isDisabled={draft.trim() === '' || draft.trim().length > props.max}
            onClick={() => {
              onEdit?.(draft.trim());
              setDraft(undefined);
            }}
          >
            {labels.save}
          </Button>
          <Button kind="quiet" size="small" onClick={() => setDraft(undefined)}>
            {labels.cancel}
          </Button>
        </div>
      )}
    </li>
  );
}
