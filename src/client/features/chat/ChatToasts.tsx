import { useTranslation } from 'react-i18next';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';

/** A word about where a jump has led, or why it did not. */
export type ChatNote = { text: string; isBad: boolean; action?: { label: string; onClick: () => void } };

export type ChatToastsProps = {
  /** what the conversation is called, where another one stands beside it */
  title?: string | undefined;
  /** a short word about what was just done */
  word: string | undefined;
  onWordEnd: () => void;
  note: ChatNote | undefined;
  onNoteEnd: () => void;
};

/** What a chat has to say for a moment, below the messages. */
export function ChatToasts({ title, word, onWordEnd, note, onNoteEnd }: ChatToastsProps) {
  const { t } = useTranslation();
  return (
    <ToastRegion label={[t('chat.actions.label'), title].filter(Boolean).join(' · ')}>
      {word !== undefined && (
        <Toast text={word} tone="ok" closeLabel={t('chat.actions.close')} durationMs={2000} onClose={onWordEnd} />
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
