import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatId } from '#protocol/ids.ts';
import { Face } from '#client/parts/Face.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { byteText } from '#client/parts/byteText.ts';

/** A chat as the storage page lists it. */
export interface StoredChat {
  id: ChatId;
  title: string;
  /** the id whose colour its face takes */
  faceId: string;
  shape: 'person' | 'place';
  rows: number;
  /** estimated */
  bytes: number;
  isKept: boolean;
}

export type StoredChatsProps = {
  /** the biggest first */
  chats: readonly StoredChat[];
  onKeep: (chat: StoredChat, isKept: boolean) => void;
  onClear: (chat: StoredChat) => void;
};

/** Chats that are listed before somebody asks for the rest. */
const shownFirst = 30;

/** Every chat that takes space, with what the person may decide about it. */
export function StoredChats({ chats, onKeep, onClear }: StoredChatsProps) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? chats : chats.slice(0, shownFirst);
  const rest = chats.length - shown.length;
  if (chats.length === 0) return <p className="px-4 py-3 text-ink-soft">{t('settings.storage.empty')}</p>;
  return (
    <>
      <ul className="[&>*+*]:before:absolute [&>*+*]:before:inset-x-4 [&>*+*]:before:top-0 [&>*+*]:before:h-px [&>*+*]:before:bg-line">
        {shown.map((chat) => (
          <Row key={chat.id} chat={chat} onKeep={onKeep} onClear={onClear} />
        ))}
      </ul>
      {rest > 0 && (
        <div className="relative px-4 py-2">
          <Button kind="ghost" size="small" onClick={() => setWhole(true)}>
            {t('settings.storage.more', { count: rest })}
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ chat, onKeep, onClear }: { chat: StoredChat } & Pick<StoredChatsProps, 'onKeep' | 'onClear'>) {
  const { t, i18n } = useTranslation();
  const { title, rows, bytes, isKept } = chat;
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Face face={chat.faceId} name={title} size={40} shape={chat.shape} />
      <div className="min-w-32 flex-1">
        <p className="truncate font-semibold">
          <bdi lang={textLang(title, i18n.language)}>{title}</bdi>
        </p>
        <p className="text-13 text-ink-soft tabular-nums">
          {t('settings.storage.rows', { count: rows, size: byteText(bytes, i18n.language) })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="flex items-center gap-2 text-13 text-ink-soft">
          <span aria-hidden>{t('settings.storage.keep')}</span>
          <Switch
            isOn={isKept}
            label={t('settings.storage.keepLabel', { title })}
            onChange={(next) => onKeep(chat, next)}
          />
        </span>
        <Button
          kind="quiet"
          size="small"
          label={t('settings.storage.clearLabel', { title })}
          aria-haspopup="dialog"
          isDisabled={rows === 0}
          onClick={() => onClear(chat)}
        >
          {t('settings.storage.clear')}
        </Button>
      </div>
    </li>
  );
}
