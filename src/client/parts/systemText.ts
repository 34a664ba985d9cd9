import type { UseTranslationResponse } from 'react-i18next';
import { guardText } from './guardText.ts';
import type { SystemBody } from '#protocol/entities/messages.ts';

/**
 * The words of the current language. Not `ReturnType<typeof useTranslation>['t']`: that has every prefix of every key as its prefix, and the compiler tries
 * all of them at each use.
 */
export type Translate = UseTranslationResponse<'translation', undefined>['t'];

export interface SystemTextInput {
  /** body of the system line, as it came */
  body: Readonly<Record<string, unknown>> | undefined;
  me: number;
  nameOf: (mid: number) => string;
  /** BCP 47: how names are listed */
  language: string;
  /** of a community, which is not called a group */
  isPlace?: boolean;
}

/** What a system line says, from the reader's side ("You added …", "… added you"). Events this version does not know get general words. */
export function systemText(t: Translate, { body, me, nameOf, language, isPlace = false }: SystemTextInput): string {
  const { ev, by = 0, who = [], title = '' } = (body ?? {}) as Partial<SystemBody>;
  const people = new Intl.ListFormat(language, { type: 'conjunction' }).format(who.map((mid) => nameOf(mid)));
  // i18next takes the text with `_place` where there is one.
  const where = isPlace ? { context: 'place' } : {};
  const words = { by: nameOf(by), who: people, title, ...where };
  const byMe = by === me;
  const toMe = who.length === 1 && who[0] === me;
  switch (ev) {
    case 'created':
      if (title === '') return byMe ? t('chat.system.youCreatedUntitled') : t('chat.system.createdUntitled', words);
      return byMe ? t('chat.system.youCreated', words) : t('chat.system.created', words);
    case 'room':
      return byMe ? t('chat.system.youRoom', words) : t('chat.system.room', words);
    case 'joined':
      return byMe ? t('chat.system.youJoined') : t('chat.system.joined', words);
    case 'added':
      if (toMe) return t('chat.system.addedYou', words);
      return byMe ? t('chat.system.youAdded', words) : t('chat.system.added', words);
    case 'left':
      return byMe ? t('chat.system.youLeft') : t('chat.system.left', words);
    case 'removed':
      if (toMe) return t('chat.system.removedYou', words);
      return byMe ? t('chat.system.youRemoved', words) : t('chat.system.removed', words);
    case 'renamed':
      return byMe ? t('chat.system.youRenamed', words) : t('chat.system.renamed', words);
    case 'picture':
      return byMe ? t('chat.system.youPicture', where) : t('chat.system.picture', words);
    case 'album':
      return byMe ? t('chat.system.youAlbum', words) : t('chat.system.album', words);
    case 'note':
      return byMe ? t('chat.system.youNote') : t('chat.system.note', words);
    case 'owner':
      return toMe ? t('chat.system.youOwner', where) : t('chat.system.owner', { ...where, who: people || words.by });
    default:
      return guardText(t, body, { words, byMe, toMe }) ?? t('chat.system.unknown', where);
  }
}
