import type { Translate } from '#client/parts/systemText.ts';
import { ReactionPicker } from '#client/ui/ReactionPicker.tsx';

export type LineReactionsProps = {
  t: Translate;
  mine: string | undefined;
  onPick: (emoji: string) => void;
};

/** The reaction picker with its words. */
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
      labels={{
        more: t('chat.reactions.more'),
        other: t('chat.reactions.other'),
        otherHint: t('chat.reactions.otherHint'),
        add: t('chat.reactions.add'),
        notAnEmoji: t('chat.reactions.notAnEmoji'),
      }}
      {...(mine === undefined ? {} : { mine })}
      onPick={onPick}
    />
  );
}
