import type { Services } from '#client/context.ts';
import { voiceMsMax } from '#domain/chatTraits.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ChatId } from '#protocol/ids.ts';
import { attachStoreOf, restoredItem } from '../attach/attachStore.ts';
import { createRecording, type Recording } from './createRecording.ts';

const recordings = new WeakMap<Services, Recording>();

/** The recording of a person in this tab: it outlives the chat in which it began, as a draft of it. */
export function recordingOf(services: Services): Recording {
  const known = recordings.get(services);
  if (known) return known;
  const { stores, loadMedia } = services;
  const made = createRecording({
    async open() {
      try {
        return await (await loadMedia()).voice.openMicrophone();
      } catch {
        return { problem: 'unavailable' };
      }
    },
    keep: async (take) => (await loadMedia()).voice.keep(take),
    drop: async (id) => stores.media.getState().kit?.drop([id]),
    noteDraft: (c, part) => noteDraft(services, c, part),
    onKept: (c, part) => attachStoreOf(services, c).setState({ items: [restoredItem(part)] }),
    hush: () => stores.media.getState().kit?.voice.player.pause(),
    now: () => performance.now(),
    every(ms, run) {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
    most: voiceMsMax,
  });
  recordings.set(services, made);
  return made;
}

/** Takes a recording that was kept out of its chat, with its bytes. */
export async function dropVoice(services: Services, c: ChatId, part: MediaPart): Promise<void> {
  attachStoreOf(services, c).setState({ items: [] });
  await noteDraft(services, c, undefined);
  await services.stores.media.getState().kit?.drop([part.id]);
}

/** Names a recording in the draft of its chat, beside what is written there, or no longer. */
async function noteDraft({ stores, commands }: Services, c: ChatId, part: MediaPart | undefined): Promise<void> {
  const draft = stores.drafts.getState().drafts.get(c);
  const { files: _files, updated: _updated, ...rest } = draft ?? { c, text: '', at: undefined, updated: 0 };
  await commands.saveDraft(part ? { ...rest, files: [part] } : rest);
}
