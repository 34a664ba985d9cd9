import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { AskEditor } from './AskEditor.tsx';

export type AskEditorPaneProps = { c: ChatId; onClose: () => void };

/** Sends a message that everybody is asked to confirm, like any message also without a network. */
export function AskEditorPane({ c, onClose }: AskEditorPaneProps) {
  const { t } = useTranslation();
  const { commands } = useServices();
  const [isRefused, setRefused] = useState(false);
  const send = async (x: string): Promise<void> => {
    setRefused(false);
    try {
      await commands.sendMessage({ c, b: { x, ask: 1 } });
      onClose();
    } catch {
      setRefused(true);
    }
  };
  return (
    <AskEditor
      text=""
      problem={isRefused ? t('composer.notStored') : undefined}
      onSend={(x) => void send(x)}
      onClose={onClose}
    />
  );
}
