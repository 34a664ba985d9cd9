import { useStore } from 'zustand';
import { addRecent } from '#domain/recents.ts';
import { useServices } from '#client/context.ts';
import { EmojiPanel } from '#client/parts/emoji/EmojiPanel.tsx';

export type ReactionEmojiProps = { onPick: (emoji: string) => void };

/** All emoji, to react with. What is used last and the skin tone are the same as in the composer. */
export function ReactionEmoji({ onPick }: ReactionEmojiProps) {
  const { stores, commands } = useServices();
  const recents = useStore(stores.prefs, (state) => state.recentEmoji);
  const tone = useStore(stores.prefs, (state) => state.emojiTone);
  const keep = (key: string, value: unknown): void => void commands.setPref({ key, val: JSON.stringify(value) });
  return (
    <div className="-mx-2 -mb-2 h-[min(360px,52dvh)] pt-1">
      <EmojiPanel
        tone={tone}
        onTone={(next) => keep('emojiTone', next)}
        recents={recents}
        onPick={(emoji) => {
          keep('recentEmoji', addRecent(recents, emoji));
          onPick(emoji);
        }}
        hasAutoFocus={matchMedia('(pointer: fine)').matches}
      />
    </div>
  );
}
