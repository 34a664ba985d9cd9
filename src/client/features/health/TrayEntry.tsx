import { Clock, CircleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { useCopied } from '#client/parts/useCopied.ts';
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
  labels: Record<'copy' | 'copied' | 'notCopied' | 'discard' | 'edit' | 'go' | 'save' | 'cancel' | 'editLabel', string>;
  readerLang: string;
  /** most characters (UTF-16 units) of a message */
  max: number;
  /** absent where it cannot work */
  onGo?: (() => void) | undefined;
  /** what is edited, where `text` is a sentence around it */
  editText?: string | undefined;
  onEdit?: ((text: string) => void) | undefined;
  /** Answers whether it worked. */
  onCopy?: (() => Promise<boolean>) | undefined;
  onDiscard?: (() => void) | undefined;
};

/** One thing that has not left yet, with the actions that can work for it. */
export function TrayEntry(props: TrayEntryProps) {
  const { to, time, text, isQuiet, state, labels, readerLang, onEdit } = props;
  const [draft, setDraft] = useState<string>();
  const [isCopied, tell] = useCopied();
  const item = useRef<HTMLLIElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isEditing = draft !== undefined;
  useEffect(() => {
    const box = field.current;
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }, [isEditing]);
  const canSave = isEditing && draft.trim() !== '' && draft.trim().length <= props.max;
  const endEdit = () => {
    setDraft(undefined);
    item.current?.focus();
  };
  const save = () => {
    if (!canSave) return;
    onEdit?.(draft.trim());
    endEdit();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !isEditing) return;
    if (event.key === 'Escape') {
      // It ends the edit, not the tray around it.
      event.preventDefault();
      event.stopPropagation();
      endEdit();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  const isFailed = state.kind === 'failed';
  return (
    <li
      ref={item}
      tabIndex={-1}
      className="grid gap-2 rounded-card bg-surface-raised p-3 shadow-edge [--plane:var(--surface-raised)]"
    >
      <div className="flex items-center gap-2 text-12 text-ink-soft">
        {to && <Face face={to.id} name={to.name} size={20} />}
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
        <TextArea
          ref={field}
          label={labels.editLabel}
          isLabelHidden
          value={draft}
          onChange={setDraft}
          onKeyDown={handleKey}
        />
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
            <Button kind="quiet" size="small" onClick={() => setDraft(props.editText ?? text)}>
              {labels.edit}
            </Button>
          )}
          {props.onCopy && (
            <Button kind={props.onGo ? 'quiet' : 'tonal'} size="small" onClick={() => void props.onCopy?.().then(tell)}>
              {isCopied ? labels.copied : labels.copy}
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
          <Button size="small" isDisabled={!canSave} onClick={save}>
            {labels.save}
          </Button>
          <Button kind="quiet" size="small" onClick={endEdit}>
            {labels.cancel}
          </Button>
        </div>
      )}
      <p role="alert" className="text-12 text-danger empty:hidden">
        {isCopied === false && labels.notCopied}
      </p>
    </li>
  );
}
