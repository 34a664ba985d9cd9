import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { copyText } from '#client/parts/copyText.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ConversationProps } from './ConversationProps.ts';
import type { MessageAction } from './model/actionsOf.ts';
import type { FeedItem } from './model/FeedItem.ts';
import { toEditRequest } from './model/toEditRequest.ts';
import type { EditRequest } from './model/toEditRequest.ts';
import type { KeepLine } from './overlays/keepLine.ts';

/** What can be done with the messages of a chat. */
export type MessageActions = Pick<ConversationProps, 'onReact' | 'onAct' | 'onUnsend' | 'onHide' | 'loadVersions'>;

/** Carries out what a person does with a message. `onDone`: a word to show about it; `isBad`: it did not work. */
export function useMessageActions(
  c: ChatId,
  {
    onEdit,
    onDone,
    onAnnounce,
    onReport,
    onReply,
    onForward,
    onSelect,
    onThread,
  }: {
    onEdit: (edit: EditRequest) => void;
    onDone: (text: string, isBad?: boolean) => void;
    onAnnounce: (message: { seq: number; text: string }) => void;
    onReport: (seq: number) => void;
    onReply?: ((seq: number) => void) | undefined;
    onForward: (item: FeedItem) => void;
    onSelect: (item: FeedItem) => void;
    onThread?: ((seq: number) => Promise<string | undefined>) | undefined;
  },
): MessageActions {
  const { t } = useTranslation();
  const services = useServices();
  const act = (item: FeedItem, action: MessageAction) => {
    const { commands } = services;
    if (action === 'copy') void copy(item.text, onDone, [t('chat.actions.copied'), t('chat.actions.notCopied')]);
    else if (action === 'link' && item.seq !== undefined) {
      const link = `${globalThis.location.origin}/chats/${c}/m/${item.seq}`;
      void copy(link, onDone, [t('jump.link.copied'), t('jump.link.notCopied')]);
    } else if (action === 'dropLink' && item.seq !== undefined) void commands.dropLink({ c, s: item.seq });
    else if (action === 'edit') onEdit(toEditRequest(item));
    else if (action === 'announce' && item.seq !== undefined) onAnnounce({ seq: item.seq, text: item.text });
    else if (action === 'reply' && item.seq !== undefined) onReply?.(item.seq);
    else if (action === 'thread' && item.seq !== undefined)
      void onThread?.(item.seq).then((word) => word && onDone(word));
    else if (action === 'forward') onForward(item);
    else if (action === 'select') onSelect(item);
    else if (action === 'keep' && item.seq !== undefined)
      void keepLate(commands, { c, s: item.seq }, (how, isBad) => onDone(t(how), isBad));
    else if (action === 'report' && item.seq !== undefined) onReport(item.seq);
    else if (action === 'retry' && item.entry) void commands.retryEntry(item.entry.id);
    else if (action === 'discard' && item.entry) void commands.discardEntry(item.entry.id);
    else if (action === 'unreadFrom' && item.seq !== undefined) {
      void commands.setChat({ c, set: { unreadFrom: item.seq } });
    }
  };
  const loadVersions = useVersions(c);
  return {
    onReact(item, emoji) {
      if (item.seq !== undefined) void services.commands.setReaction(toReaction(c, item, emoji));
    },
    onAct: act,
    onUnsend: (item) => void services.commands.unsendMessage({ c, message: toRef(item) }),
    onHide(item) {
      if (item.seq !== undefined) void services.commands.hideMessages({ c, seqs: [item.seq] });
    },
    loadVersions,
  };
}

/** Copies a text, and says how that went. */
async function copy(
  text: string,
  say: (word: string, isBad: boolean) => void,
  [done, failed]: [string, string],
): Promise<void> {
  const isCopied = await copyText(text);
  say(isCopied ? done : failed, !isCopied);
}

/** Its words come later than the first picture, with whatever is loaded then. */
const keepLate: KeepLine = async (...input) => (await import('./overlays/keepLine.ts')).keepLine(...input);

/** Loads the earlier versions of a message; undefined where they cannot be had now. */
function useVersions(c: ChatId): MessageActions['loadVersions'] {
  const services = useServices();
  return useCallback(
    async (item: FeedItem) => {
      if (item.seq === undefined) return undefined;
      const answer = await services.rpc('message.versions', { c, s: item.seq });
      return answer.ok ? answer.data.items : undefined;
    },
    [services, c],
  );
}

function toReaction(c: ChatId, item: FeedItem, emoji: string) {
  const mine = item.myReaction === undefined ? (item.row?.my ?? null) : item.myReaction;
  return { c, s: item.seq ?? 0, e: mine === emoji ? null : emoji };
}

type MessageName = Parameters<ReturnType<typeof useServices>['commands']['unsendMessage']>[0]['message'];

/** By seq once the server has it, by its own id before. */
function toRef(item: FeedItem): MessageName {
  if (item.row) return { s: item.row.s };
  return { cid: item.entry?.i ?? '' } as MessageName;
}
