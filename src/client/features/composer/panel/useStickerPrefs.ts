import { useStore } from 'zustand';
import { addRecent } from '#domain/recents.ts';
import { stickerKey, type Sticker } from '#domain/stickerPacks.ts';
import { useServices } from '#client/context.ts';

/** As many chats can be without suggestions; they fit into one setting. */
const quietMax = 80;

/** What of emoji and stickers follows the person, and how it changes. `c`: the chat that is written in. */
export function useStickerPrefs(c: number) {
  const { stores, commands } = useServices();
  const recentStickers = useStore(stores.prefs, (state) => state.recentStickers);
  const recentEmoji = useStore(stores.prefs, (state) => state.recentEmoji);
  const tone = useStore(stores.prefs, (state) => state.emojiTone);
  const quiet = useStore(stores.prefs, (state) => state.stickerQuiet);
  const chat = String(c);
  const keep = (key: string, value: unknown): void => void commands.setPref({ key, val: JSON.stringify(value) });
  return {
    recentStickers,
    recentEmoji,
    tone,
    /** no stickers are suggested in this chat */
    isQuiet: quiet.includes(chat),
    keepTone: (next: string) => keep('emojiTone', next),
    noteEmoji: (emoji: string) => keep('recentEmoji', addRecent(recentEmoji, emoji)),
    noteSticker: (sticker: Sticker) => keep('recentStickers', addRecent(recentStickers, stickerKey(sticker))),
    setQuiet: (isQuiet: boolean) =>
      keep('stickerQuiet', isQuiet ? addRecent(quiet, chat, quietMax) : quiet.filter((each) => each !== chat)),
  };
}
