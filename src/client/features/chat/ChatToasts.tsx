import { useTranslation } from 'react-i18next';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';

/** A word about where a jump has led, or why it did not. */
export type ChatNote = { text: string; isBad: boolean; action?: { label: string; onClick: () => void } };

/** A short word about what was just done, or that it did not work. */
export type ChatWord = { text: string; isBad: boolean };

export type ChatToastsProps = {
  /** what the conversation is called, where another one stands beside it */
  title?: string | undefined;
  word: ChatWord | undefined;
  onWordEnd: () => void;
  note: ChatNote | undefined;
  onNoteEnd: () => void;
};

/** What a chat has to say for a moment, below the messages. */
export function ChatToasts({ title, word, onWordEnd, note, onNoteEnd }: ChatToastsProps) {
  const { t } = useTranslation();
  return (
    <ToastRegion label={[t('chat.actions.label'), title].filter(Boolean).join(' · ')}>
      {word && (
        <Toast
          text={word.text}
          {...(word.isBad ? { tone: 'danger' } : { tone: 'ok', durationMs: 2000 })}
          closeLabel={t('chat.actions.close')}
          onClose={onWordEnd}
        />
      )}
      {note && (
        <Toast
          text={note.text}
          tone={note.isBad ? 'danger' : 'plain'}
          {...(note.action ? { action: note.action, durationMs: null } : {})}
          closeLabel={t('chat.actions.close')}
          onClose={onNoteEnd}
        />
      )}
    </ToastRegion>
  );
}
