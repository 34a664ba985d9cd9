import type { EmojiData, EmojiDataResolver } from 'frimousse';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadEmoji } from './loadEmoji.ts';

/** A failed load is tried again after this long, ms. */
const RETRY_MS = 2000;

/** The emoji in the language of the screen, for the list, which asks for them by `resolve`. `hasFailed`: they could not be fetched yet; it is tried again by itself. */
export function useEmoji(): { data: EmojiData | undefined; hasFailed: boolean; resolve: EmojiDataResolver } {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const [data, setData] = useState<EmojiData>();
  const [hasFailed, setFailed] = useState(false);
  const resolve = useCallback<EmojiDataResolver>(
    async (_locale, { signal }) => {
      for (;;) {
        signal?.throwIfAborted();
        const loaded = await loadEmoji(language, (group) => t(`emoji.groups.${group}`)).catch(() => undefined);
        if (loaded) {
          setData(loaded);
          setFailed(false);
          return loaded;
        }
        setFailed(true);
        await new Promise((wake) => setTimeout(wake, RETRY_MS));
      }
    },
    [language, t],
  );
  return { data, hasFailed, resolve };
}
