import { useTranslation } from 'react-i18next';
import type { BridgePopup } from '#protocol/bridge.ts';
import { Button } from '#client/ui/Button.tsx';
import { AppPrompt } from './AppPrompt.tsx';

export type PopupWindowProps = {
  popup: BridgePopup;
  /** whose words these are: said above them, so that nobody takes them for ours */
  appName: string;
  /** id of the button; undefined: away with it */
  onAnswer: (choice: string | undefined) => void;
};

type Shown = BridgePopup['buttons'][number];

/** Which button stands out: the last one that does something, never the way back unless there is nothing else. */
function mainAt(buttons: readonly Shown[]): number {
  const at = buttons.findLastIndex(({ type }) => type !== 'cancel' && type !== 'close');
  return at === -1 ? buttons.length - 1 : at;
}

/** A window of a page, in its own words. */
export function PopupWindow({ popup, appName, onAnswer }: PopupWindowProps) {
  const { t } = useTranslation();
  const wordsOf = ({ type = 'default', text = '' }: Shown): string => {
    if (type === 'ok') return t('appHost.popup.ok');
    if (type === 'close') return t('common.close');
    if (type === 'cancel') return t('common.cancel');
    return text === '' ? t('appHost.popup.ok') : text;
  };
  const main = mainAt(popup.buttons);
  return (
    <AppPrompt
      app={undefined}
      title={popup.title || t('appHost.popup.says', { name: appName })}
      onAway={() => onAnswer(undefined)}
      actions={popup.buttons.map((button, at) => (
        <Button
          key={at}
          kind={button.type === 'destructive' ? 'danger' : at === main ? 'filled' : 'quiet'}
          size="large"
          isWide
          onClick={() => onAnswer(button.id ?? '')}
        >
          <bdi>{wordsOf(button)}</bdi>
        </Button>
      ))}
    >
      {popup.title && <p className="mb-1 text-12 text-ink-faint">{t('appHost.popup.says', { name: appName })}</p>}
      <p dir="auto" className="whitespace-pre-line text-ink">
        {popup.message}
      </p>
    </AppPrompt>
  );
}
