import type { Translate } from '#client/parts/systemText.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { ReactionPicker } from '#client/ui/ReactionPicker.tsx';
import type { ReactionEmojiProps } from './ReactionEmoji.tsx';

const ReactionEmoji = lazyPart<ReactionEmojiProps>(() => import('./ReactionEmoji.tsx').then((m) => m.ReactionEmoji));

export type LineReactionsProps = {
  t: Translate;
  mine: string | undefined;
  onPick: (emoji: string) => void;
};

/** The reaction picker with its words: the quick ones first, all others behind the plus. */
export function LineReactions({ t, mine, onPick }: LineReactionsProps) {
  return (
    <ReactionPicker
      label={t('chat.actions.react')}
      quickLabels={[
        t('chat.reactions.thumbsUp'),
        t('chat.reactions.heart'),
        t('chat.reactions.laugh'),
        t('chat.reactions.surprise'),
        t('chat.reactions.sad'),
        t('chat.reactions.thanks'),
      ]}
      moreLabel={t('chat.reactions.more')}
      renderMore={() => <ReactionEmoji onPick={onPick} />}
      {...(mine === undefined ? {} : { mine })}
      onPick={onPick}
    />
  );
}
