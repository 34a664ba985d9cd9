import { Check, Pencil, SendHorizontal, X } from 'lucide-react';
import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { LengthNote } from './LengthNote.tsx';
import { MentionList } from './MentionList.tsx';
import type { ComposerText } from './ComposerText.ts';
import { SendHold } from './later/SendHold.tsx';
import type { Nameable } from './model/matchMembers.ts';
import { useEnter } from './useEnter.ts';
import { useMentions } from './useMentions.ts';
import type { SendHow } from './SendHow.ts';
import { SendWait, SlowNote, type SlowWait } from './SendWait.tsx';
import { TextBox, fitHeight } from './TextBox.ts';

export interface ComposerHandle {
  focus(): void;
  read(): ComposerText;
  write(text: ComposerText): void;
  /** The text itself, to listen to and to put down; null before it is drawn. */
  field(): HTMLTextAreaElement | null;
  /** Puts a text, such as an emoji, at the caret. */
  insertText(text: string): void;
  /** Puts `@name` at the caret. */
  insertName(person: { mid: number; name: string }): void;
}

export type ComposerProps = {
  /** the chat's name */
  title: string;
  /** words in the empty field, where they are not about the chat */
  placeholder?: string | undefined;
  enterSends: boolean;
  /** most characters (UTF-16 units) of a message */
  max: number;
  /** who can be named; empty where names make no sense (1:1 chats) */
  people: readonly Nameable[];
  /** a name is being written: look for more people */
  onMentionQuery?: ((query: string) => void) | undefined;
  /** the text being changed, shown above; undefined when a new message is written */
  editing?: { text: string } | undefined;
  /** what is being answered, above the text */
  replying?: ReactNode;
  /** slow mode: the next message may leave in `leftMs`; one per `everyS` seconds */
  wait?: SlowWait | undefined;
  /** why the last message could not be kept; the text is still in the box */
  problem?: string | undefined;
  /** Gets a text that is not too long, nor empty unless files go with it. */
  onSend: (text: ComposerText, how?: SendHow) => void;
  /** there are other ways to send: without a word to anybody, or later */
  hasWays?: boolean;
  /** after every edit, also in a composition */
  onChange: (text: ComposerText) => void;
  onCancelEdit: () => void;
  /** Escape while something is being answered */
  onCancelReply?: (() => void) | undefined;
  /** arrow up in an empty box */
  onEditLast: () => void;
  onBlur: () => void;
  /** before the text, and above it: what goes with it */
  lead?: ReactNode;
  tray?: ReactNode;
  /** files go with the text: it may be empty then, and waits until they are ready. `bad`: none of them can be sent; `voice`: a recording takes the place of the text */
  attached?: 'none' | 'bad' | 'busy' | 'ready' | 'voice';
  /** takes the place of the button that sends while there is nothing to send, and of the whole row while something in it is marked `data-voice` */
  voice?: ReactNode;
  /** buttons before the one that sends */
  tools?: ReactNode;
  /** lies over the conversation, above the text */
  above?: ((isBlank: boolean) => ReactNode) | undefined;
  /** stands below the text */
  below?: ReactNode;
  ref?: Ref<ComposerHandle>;
};

/**
 * Where a message is written. The textarea is the browser's own: no value comes in through props, so that no render, no sync and no change of state can touch
 * its text, its selection or a composition that is under way.
 */
export function Composer(props: ComposerProps) {
  const { title, people, editing, problem, max } = props;
  const { t, i18n } = useTranslation();
  const id = useId();
  const element = useRef<HTMLTextAreaElement>(null);
  const box = useRef<TextBox>(undefined);
  const [length, setLength] = useState(0);
  const [isBlank, setBlank] = useState(true);
  const report = () => {
    const text = box.current?.read() ?? { text: '', spans: [] };
    setLength(text.text.length);
    setBlank(text.text.trim() === '');
    props.onChange(text);
  };
  const composition = useRef((): boolean => false);
  const isBusy = useCallback(() => composition.current(), []);
  const mentions = useMentions(box, people, i18n.language, { onQuery: props.onMentionQuery, isBusy });
  // What is being changed was sent already.
  const wait = editing ? undefined : props.wait;
  const send = (how?: SendHow) => {
    if (wait || props.attached === 'busy') return;
    const text = box.current?.read();
    const isNothing = text?.text.trim() === '' && props.attached !== 'ready';
    if (!text || isNothing || text.text.trim().length > max) return;
    mentions.close();
    props.onSend(text, how);
  };
  const enter = useEnter(props.enterSends, () => send());
  useEffect(() => {
    composition.current = enter.isInComposition;
  });
  useEffect(() => {
    if (element.current) box.current = new TextBox(element.current);
  }, []);
  useEffect(() => listenForLineBreaks(element.current, enter), [enter]);
  useImperativeHandle(props.ref, () => ({
    focus: () => element.current?.focus(),
    read: () => box.current?.read() ?? { text: '', spans: [] },
    field: () => element.current,
    insertText(text) {
      // What is being composed stays as it is; the emoji comes behind it.
      if (enter.isInComposition()) element.current?.blur();
      box.current?.insertText(text);
      report();
    },
    insertName(person) {
      if (!element.current || !box.current) return;
      box.current.insertName(element.current.selectionEnd, person);
      report();
    },
    write(text) {
      box.current?.write(text);
      setLength(text.text.length);
      setBlank(text.text.trim() === '');
    },
  }));
  const isTooLong = length > max;
  const canSend = !(isBlank && props.attached !== 'ready') && props.attached !== 'busy' && !isTooLong;
  const isOpen = mentions.found.length > 0;
  const isVoice =
    props.voice && !editing && (props.attached === 'voice' || (isBlank && (props.attached ?? 'none') === 'none'));
  return (
    <div data-composer className="mx-auto w-full max-w-[calc(var(--column)+32px)] flex-none">
      <div className="relative px-4 pt-1 pb-[calc(12px+env(safe-area-inset-bottom))] max-tablet:px-2 max-tablet:pb-[calc(8px+env(safe-area-inset-bottom))]">
        <div className="relative">
          {isOpen && (
            <MentionList
              id={`${id}-people`}
              label={t('composer.mentions')}
              people={mentions.found}
              activeIndex={mentions.active}
              readerLang={i18n.language}
              onPick={mentions.pick}
              onHover={mentions.setActive}
            />
          )}
          {!isOpen && props.above?.(isBlank)}
          {wait && <SlowNote {...wait} />}
          <LengthNote length={length} max={max} />
          {problem !== undefined && (
            <p role="alert" className="px-4 pb-2 text-13 text-danger">
              {problem}
            </p>
          )}
          <div
            className={cx(
              'rounded-[22px] bg-surface-raised shadow-[inset_0_0_0_1px_var(--line)] focus-within:shadow-[inset_0_0_0_1.5px_var(--focus)]',
              isTooLong && 'shadow-[inset_0_0_0_1.5px_var(--danger)]!',
            )}
          >
            {!editing && props.replying}
            {props.tray}
            {editing && <EditNote text={editing.text} onCancel={props.onCancelEdit} />}
            <div
              className={cx(
                'flex items-end gap-1 p-1',
                !props.lead && 'ps-4',
                '[&:has([data-voice])]:ps-1 [&:has([data-voice])>:not([data-stays])]:hidden',
              )}
            >
              {props.lead}
              <textarea
                ref={element}
                rows={1}
                dir="auto"
                aria-label={props.placeholder ?? t('composer.label', { title })}
                placeholder={props.placeholder ?? t('composer.placeholder', { title })}
                aria-invalid={isTooLong || undefined}
                aria-describedby={isTooLong ? `${id}-length` : undefined}
                aria-autocomplete={people.length > 0 || props.onMentionQuery ? 'list' : undefined}
                aria-controls={isOpen ? `${id}-people` : undefined}
                aria-activedescendant={isOpen ? `${id}-people-${mentions.active}` : undefined}
                enterKeyHint={props.enterSends ? 'send' : 'enter'}
                autoComplete="off"
                className="max-h-[calc(7lh+14px)] min-h-[calc(1lh+14px)] min-w-0 flex-1 resize-none self-center overflow-y-auto bg-transparent py-[7px] text-15 text-ink outline-none [field-sizing:content] [scrollbar-width:thin] placeholder-shown:overflow-hidden placeholder-shown:text-ellipsis placeholder-shown:whitespace-nowrap"
                onInput={(event) => {
                  box.current?.handleInput();
                  fitHeight(event.currentTarget);
                  report();
                  if (!enter.isInComposition()) mentions.look();
                }}
                onSelect={() => {
                  if (!enter.isInComposition()) mentions.look();
                }}
                onCompositionStart={enter.handleCompositionStart}
                onCompositionEnd={(event) => {
                  enter.handleCompositionEnd(event);
                  mentions.look();
                }}
                onKeyDown={(event) => {
                  const isFree = !enter.isInComposition() && !event.nativeEvent.isComposing && event.keyCode !== 229;
                  if (isFree && mentions.handleKey(event)) return;
                  enter.handleKeyDown(event);
                  if (event.defaultPrevented || !isFree) return;
                  if (event.key === 'Escape' && editing) props.onCancelEdit();
                  else if (event.key === 'Escape' && props.replying) props.onCancelReply?.();
                  if (event.key === 'ArrowUp' && event.currentTarget.value === '' && !editing) {
                    event.preventDefault();
                    props.onEditLast();
                  }
                }}
                onBlur={() => {
                  mentions.close();
                  props.onBlur();
                }}
              />
              {props.tools}
              {wait ? (
                <SendWait {...wait} />
              ) : isVoice ? (
                <span data-stays className="min-w-0 has-data-voice:flex-1">
                  {props.voice}
                </span>
              ) : (
                <SendHold
                  isReady={props.hasWays === true && !editing && canSend}
                  onSend={(how) => {
                    send(how);
                    element.current?.focus();
                  }}
                >
                  <IconButton
                    icon={editing ? Check : SendHorizontal}
                    look="send"
                    isMirrored={!editing}
                    label={editing ? t('composer.save') : t('composer.send')}
                    isDisabled={!canSend}
                    onClick={() => {
                      send();
                      // Writing goes on; on phones the keyboard stays up.
                      element.current?.focus();
                    }}
                  />
                </SendHold>
              )}
            </div>
          </div>
          <span id={`${id}-length`} className="sr-only">
            {isTooLong ? t('composer.tooLong', { count: length - max }) : ''}
          </span>
        </div>
      </div>
      {props.below}
    </div>
  );
}

/** React has no `beforeinput` with its input type: the line break is heard from the element itself. */
function listenForLineBreaks(
  element: HTMLTextAreaElement | null,
  enter: { handleLineBreak: (event: InputEvent) => void },
) {
  if (!element) return undefined;
  element.addEventListener('beforeinput', enter.handleLineBreak);
  return () => element.removeEventListener('beforeinput', enter.handleLineBreak);
}

function EditNote({ text, onCancel }: { text: string; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex items-center gap-2 ps-3 pe-1 pt-1">
      <Icon icon={Pencil} size={16} className="text-ink-soft" />
      <p className="min-w-0 flex-1 border-s-[3px] border-brand ps-2 text-13">
        <b className="block font-semibold text-brand-text">{t('composer.editing')}</b>
        <span className="block truncate text-ink-soft">{text}</span>
      </p>
      <IconButton icon={X} look="round" size="small" label={t('composer.cancelEdit')} onClick={onCancel} />
    </div>
  );
}
