import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { voiceSpeeds, type VoicePlay } from '#client/stores/voicePlayer.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { publish } from '#sync/publish.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';

/** What a device knows about listening: how fast, and what was heard. */
export type VoiceMemory = Pick<VoicePlay, 'speed' | 'heard'>;

const key = 'voice';
/** As many of the messages that were heard last are known. */
const heardMax = 2_000;

/** Reads it; a device that has none, or a broken one, begins anew. */
export async function readVoiceMemory(store: LocalStore): Promise<VoiceMemory> {
  const row = await store.read(['meta'], (tx) => tx.get('meta', key)).catch(() => undefined);
  return parseMemory(row?.val);
}

/** Keeps it, together with what other tabs have heard meanwhile. A device that cannot write forgets. */
export async function keepVoiceMemory(store: LocalStore, line: TabLine, { speed, heard }: VoiceMemory): Promise<void> {
  try {
    await publish(
      line,
      store.commit(async (tx) => {
        const before = parseMemory((await tx.get('meta', key))?.val);
        const all = [...new Set([...before.heard, ...heard])].slice(-heardMax);
        await tx.put('meta', [{ key, val: JSON.stringify({ speed, heard: all }) }]);
      }),
    );
  } catch (error) {
    consoleLog.warn('voice.notKept', { error: String(error) });
  }
}

function parseMemory(val: unknown): VoiceMemory {
  try {
    const { speed, heard } = JSON.parse(String(val)) as { speed?: unknown; heard?: unknown };
    return {
      speed: voiceSpeeds.find((one) => one === speed) ?? 1,
      heard: new Set(Array.isArray(heard) ? (heard.filter((id) => typeof id === 'string') as MediaId[]) : []),
    };
  } catch {
    // Nothing yet, or not what was written.
    return { speed: 1, heard: new Set() };
  }
}
