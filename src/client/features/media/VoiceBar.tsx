import { Pause, Play, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { durationText } from '#client/parts/media/durationText.ts';
import { SpeedButton } from '#client/parts/media/SpeedButton.tsx';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { VoicePlayer, VoiceTrack } from '#client/stores/voicePlayer.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { isDirect } from '#domain/chatTraits.ts';

/** The voice message that is at hand, above other places than its own chat: whose it is, and the way back to it. */
export function VoiceBar() {
  const { stores } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const track = useStore(stores.media, (state) => state.track);
  return kit && track ? <OpenBar player={kit.voice.player} track={track} /> : null;
}

function OpenBar({ player, track }: { player: VoicePlayer; track: VoiceTrack }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const play = useSyncExternalStore(player.subscribe, player.get);
  const words = useWords(track);
  const isSounding = play.state === 'playing' || play.state === 'loading';
  const of = durationText(track.ms);
  const time = play.problem
    ? t(`voice.problem.${play.problem}`)
    : t('voice.positionOf', { now: durationText(play.ms), of });
  return (
    <section
      aria-label={t('voice.bar')}
      className="relative flex min-h-12 flex-none items-center gap-1 border-b border-line bg-surface px-2 [--plane:var(--surface)]"
    >
      <IconButton
        icon={isSounding ? Pause : Play}
        look="round"
        label={t(isSounding ? 'voice.pause' : 'voice.play', { time: of })}
        isBusy={play.state === 'loading'}
        onClick={() => player.toggle(track)}
      />
      <button
        type="button"
        className="min-h-11 min-w-0 flex-1 rounded-field px-2 text-start hover:bg-hover"
        aria-label={t('voice.show', { name: words })}
        onClick={() => navigate(`/chats/${track.c}${track.s === undefined ? '' : `/m/${track.s}`}`)}
      >
        <bdi className="block truncate text-13 font-semibold text-ink">{words}</bdi>
      </button>
      <span className="max-w-[50%] truncate px-1 text-12 text-ink-soft tabular-nums">{time}</span>
      <SpeedButton speed={play.speed} tabIndex={0} onSpeed={(speed) => player.setSpeed(speed)} />
      <IconButton icon={X} look="round" label={t('voice.close')} onClick={() => player.close()} />
      <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5">
        <span
          className="block h-full bg-brand"
          style={{ width: `${track.ms === 0 ? 0 : Math.min(100, (play.ms / track.ms) * 100)}%` }}
        />
      </span>
    </section>
  );
}

/** "Sari · Jogja bareng"; in a chat of two the name says it all. */
function useWords({ c, u, name }: VoiceTrack): string {
  const { t } = useTranslation();
  const { stores } = useServices();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(c));
  const people = useStore(stores.people);
  const title = (chat && chatTitle(people, chat)) ?? t('chat.untitled');
  const speaker = name ?? nameOf(people, u) ?? t('chat.someone');
  return chat && isDirect(chat.kind) ? title : `${speaker} · ${title}`;
}
