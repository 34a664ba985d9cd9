import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pollKind } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { emptyPoll, toPoll, type PollDraft } from './pollDraft.ts';
import { PollEditor, type PollEditorProps } from './PollEditor.tsx';

export type PollEditorPaneProps = { c: ChatId; onClose: () => void };

/** What was begun and neither posted nor thrown away, as long as the page is open. */
const begun = new Map<ChatId, PollDraft>();

/** Writes a poll and sends it; it leaves like any message, also without a network. */
export function PollEditorPane({ c, onClose }: PollEditorPaneProps) {
  const { t } = useTranslation();
  const { commands, serverNow } = useServices();
  const [draft, setDraft] = useState<PollDraft>(() => begun.get(c) ?? emptyPoll);
  const [wrong, setWrong] = useState<PollEditorProps['wrong']>();
  const [isRefused, setRefused] = useState(false);
  const post = async (): Promise<void> => {
    const poll = toPoll(draft, serverNow());
    if ('wrong' in poll) return setWrong(poll.wrong);
    setRefused(false);
    try {
      await commands.sendMessage({ c, k: pollKind, b: poll.body });
      begun.delete(c);
      onClose();
    } catch {
      setRefused(true);
    }
  };
  return (
    <PollEditor
      draft={draft}
      wrong={wrong}
      problem={isRefused ? t('composer.notStored') : undefined}
      onChange={(next) => {
        begun.set(c, next);
        setDraft(next);
        // What is wrong is said anew when it is posted again.
        setWrong(undefined);
      }}
      onPost={() => void post()}
      onClose={onClose}
    />
  );
}
