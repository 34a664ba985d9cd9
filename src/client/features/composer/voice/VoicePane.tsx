import { Mic, SendHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ChatId } from '#protocol/ids.ts';
import { attachStoreOf, readyParts } from '../attach/attachStore.ts';
import { SendHold } from '../later/SendHold.tsx';
import type { SendHow } from '../SendHow.ts';
import { RecordBar } from './RecordBar.tsx';
import { dropVoice, recordingOf } from './recordingOf.ts';
import { useHold } from './useHold.ts';
import { VoiceDraft } from './VoiceDraft.tsx';
import { VoicePill } from './VoicePill.tsx';

/** So much is not thrown away without a question, ms. */
const dearMs = 10_000;

export type VoicePaneProps = {
  c: ChatId;
  onSend: (part: MediaPart, how?: SendHow) => void;
  /** it is sent or thrown away: writing goes on */
  onDone: () => void;
  /** it was pressed before it was there */
  begins?: boolean;
};

/**
 * The microphone in the place of the button that sends, and what takes the whole row once it is pressed: the recording that runs, one that pauses, or one that
 * was kept for this chat. The row of the composer hides what else stands in it while there is something marked `data-voice`.
 */
export function VoicePane({ c, onSend, onDone, begins = false }: VoicePaneProps) {
  const { t } = useTranslation();
  const services = useServices();
  const recording = recordingOf(services);
  const state = useStore(recording.store);
  const kept = useStore(attachStoreOf(services, c), (attached) => readyParts(attached).find((part) => part.t === 'a'));
  const [isAsking, setAsking] = useState(false);
  const howId = useId();
  const isMine = state.c === c && state.phase !== 'idle';
  const isHeld = isMine && !state.isLocked;
  const isBusy = isMine && (state.phase === 'asking' || state.phase === 'ending');
  const isPaused = isMine && state.phase === 'paused' && state.part !== undefined;
  const shown = isMine ? (isPaused ? state.part : undefined) : kept;
  const send = async (how?: SendHow): Promise<void> => {
    const part = isMine ? await recording.finish() : kept;
    if (!part) return;
    putAway(services, part);
    attachStoreOf(services, c).setState({ items: [] });
    onSend(part, how);
    onDone();
  };
  const discard = (): void => {
    setAsking(false);
    if (isMine) void recording.cancel();
    else if (kept) {
      putAway(services, kept);
      void dropVoice(services, c, kept);
    }
    onDone();
  };
  const askToDiscard = (): void => ((isMine ? state.ms : (kept?.d ?? 0)) > dearMs ? setAsking(true) : discard());
  const hold = useHold({
    onStart: (isLocked) => void recording.start(c, isLocked),
    onLock: recording.lock,
    onCancel: () => void recording.cancel(),
    // While the browser still asks nothing has been said.
    onRelease: () => (state.phase === 'asking' ? recording.lock() : void send()),
  });
  useBegun(services, c, begins);
  useLeaving(services, c);
  const bar = useRef<HTMLSpanElement>(null);
  useFocus(bar, isMine && state.isLocked);
  const isOpen = isMine || shown !== undefined;
  useEscape(bar, isHeld ? 'held' : isOpen ? 'open' : undefined, () => {
    if (!isHeld) return askToDiscard();
    hold.letGo();
    return void recording.cancel();
  });
  const sendButton = (
    <SendHold isReady={!isBusy} onSend={(how) => void send(how)}>
      <IconButton
        icon={SendHorizontal}
        look="send"
        isMirrored
        label={t('composer.send')}
        isDisabled={isBusy}
        onClick={() => void send()}
      />
    </SendHold>
  );
  return (
    <span
      ref={bar}
      data-voice={isOpen ? '' : undefined}
      role="group"
      aria-label={t('voice.group')}
      className={cx('flex min-w-0 items-center', isOpen && 'flex-1')}
    >
      <VoicePill c={c} up={hold.moved?.up ?? 0} />
      {shown ? (
        <>
          <IconButton icon={Trash2} look="round" label={t('voice.discard')} onClick={askToDiscard} />
          <VoiceDraft part={shown} c={c} />
          {isPaused && <IconButton icon={Mic} look="round" label={t('voice.goOn')} onClick={recording.resume} />}
          {sendButton}
        </>
      ) : (
        <>
          {isMine && (
            <RecordBar
              state={state}
              aside={hold.moved?.aside ?? 0}
              onDiscard={askToDiscard}
              onPause={() => void recording.pause()}
            >
              {state.isLocked && sendButton}
            </RecordBar>
          )}
          {!(isMine && state.isLocked) && (
            <button
              type="button"
              aria-label={t('composer.record')}
              title={t('composer.record')}
              aria-describedby={howId}
              {...hold.handlers}
              className={cx(
                'grid size-hit flex-none touch-none place-items-center rounded-full select-none [-webkit-touch-callout:none]',
                isHeld ? 'scale-125 bg-brand text-brand-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
              )}
            >
              <Icon icon={Mic} />
              <span id={howId} className="sr-only">
                {t('voice.how')}
              </span>
            </button>
          )}
        </>
      )}
      <span role="status" className="sr-only">
        {isMine && state.phase === 'on' ? t('voice.recording') : isPaused ? t('voice.paused') : ''}
      </span>
      {isAsking && (
        <ConfirmDialog
          isOpen
          title={t('voice.question.title')}
          text={t('voice.question.text')}
          confirmLabel={t('voice.question.confirm')}
          cancelLabel={t('voice.question.keep')}
          onConfirm={discard}
          onCancel={() => setAsking(false)}
        />
      )}
    </span>
  );
}

/** It is not heard any more as what is not sent yet. */
function putAway({ stores }: ReturnType<typeof useServices>, part: MediaPart): void {
  const player = stores.media.getState().kit?.voice.player;
  if (player?.get().track?.id === part.id) player.close();
}

/** The press that fetched this part begins a recording, once. */
function useBegun(services: ReturnType<typeof useServices>, c: ChatId, begins: boolean): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!begins || isDone.current) return;
    isDone.current = true;
    void recordingOf(services).start(c, true);
  }, [services, c, begins]);
}

/** Who leaves the chat finds what was said until then in it. */
function useLeaving(services: ReturnType<typeof useServices>, c: ChatId): void {
  useEffect(
    () => () => {
      const recording = recordingOf(services);
      if (recording.store.getState().c === c) void recording.put();
    },
    [services, c],
  );
}

/** Escape: anywhere while the button is held, else in the bar. */
function useEscape(bar: RefObject<HTMLElement | null>, when: 'held' | 'open' | undefined, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const place: EventTarget | null = when === 'held' ? document : bar.current;
    if (!place || !when) return undefined;
    const listen = (event: Event): void => {
      if ((event as KeyboardEvent).key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    place.addEventListener('keydown', listen);
    return () => place.removeEventListener('keydown', listen);
  }, [bar, when]);
}

/** The buttons of a locked recording are under the fingers of who works by keyboard. */
function useFocus(bar: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (isOn) bar.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus({ preventScroll: true });
  }, [bar, isOn]);
}
