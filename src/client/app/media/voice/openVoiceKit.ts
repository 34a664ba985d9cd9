import { audioOutput } from '#client/adapters/media/voice/audioOutput.ts';
import { mediaKeys } from '#client/adapters/media/voice/mediaKeys.ts';
import { openMicrophone } from '#client/adapters/media/voice/openMicrophone.ts';
import { soloLine } from '#client/adapters/media/voice/soloLine.ts';
import type { Services } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { VoiceKit } from '#client/stores/mediaStore.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { VoiceTrack } from '#client/stores/voicePlayer.ts';
import { isDirect } from '#domain/chatTraits.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';
import { createVoicePlayer, type OwnVoicePlayer } from './createVoicePlayer.ts';
import { nextVoice } from './nextVoice.ts';
import { keepVoiceMemory, readVoiceMemory } from './voiceMemory.ts';

/** What voice messages stand on. `closing`: the person is gone. */
export interface VoiceKitDeps {
  uid: UserId;
  store: LocalStore;
  line: TabLine;
  stores: Pick<Services['stores'], 'chatList' | 'media' | 'people'>;
  closing: AbortSignal;
  /** the bytes of a message, from this device or the server */
  read(id: VoiceTrack['id']): Promise<Blob | undefined>;
  keep: VoiceKit['keep'];
}

/** Makes what a person does with voice messages in this tab. */
export function openVoiceKit({ uid, store, line, stores, closing, read, keep }: VoiceKitDeps): VoiceKit {
  const solo = soloLine(uid, () => player.pause());
  const player: OwnVoicePlayer = createVoicePlayer({
    open: audioOutput,
    read: ({ id }) => read(id),
    next: (track) => nextVoice(store, track),
    speed: 1,
    heard: new Set(),
    onKeep: (memory) => void keepVoiceMemory(store, line, memory),
    onSound: () => solo.claim(),
  });
  void readVoiceMemory(store).then((memory) => player.learn(memory));
  const keys = mediaKeys({
    onPlay: () => withTrack(({ state }, track) => state !== 'playing' && player.toggle(track)),
    onPause: () => player.pause(),
    onStop: () => player.close(),
    onSeek: (ms) => withTrack((_play, track) => player.seek(track, ms)),
  });
  const withTrack = (work: (play: ReturnType<typeof player.get>, track: VoiceTrack) => void): void => {
    const play = player.get();
    if (play.track) work(play, play.track);
  };
  player.subscribe(() => {
    const { track, state, ms, speed } = player.get();
    // What is not sent yet is nobody's message.
    const shown = track?.s === undefined ? undefined : track;
    if (stores.media.getState().track !== shown) stores.media.setState({ track: shown });
    if (track) keys.show({ ...wordsFor(stores, track), isPlaying: state === 'playing', ms, of: track.ms, speed });
    else keys.clear();
  });
  closing.addEventListener('abort', () => {
    player.close();
    solo.close();
  });
  return { player, openMicrophone, keep };
}

/** Who speaks, and in which chat. */
function wordsFor(stores: VoiceKitDeps['stores'], { c, u, name }: VoiceTrack): { title: string; artist: string } {
  const chat = stores.chatList.getState().chats.get(c);
  const people = stores.people.getState();
  const place = (chat && chatTitle(people, chat)) ?? '';
  const speaker = name ?? nameOf(people, u) ?? '';
  return chat && isDirect(chat.kind) ? { title: place, artist: '' } : { title: speaker, artist: place };
}
