import type { StoreApi } from 'zustand/vanilla';
import type { Services } from '#client/context.ts';
import type { MediaKit } from '#client/stores/mediaStore.ts';
import { mediaPartsMax } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import { readyParts, type AttachItem, type AttachState } from './attachStore.ts';

type Store = StoreApi<AttachState>;

let count = 0;

/** Puts files into the tray and prepares them, one after the other, in the order in which they were given. What a message cannot take any more is left out, and told of. */
export async function takeFiles(services: Services, c: ChatId, store: Store, files: readonly File[]): Promise<void> {
  const { items } = store.getState();
  const added = files.slice(0, Math.max(0, mediaPartsMax - items.length)).map((file): AttachItem => {
    count += 1;
    return { key: `new-${count}`, name: file.name, size: file.size, state: 'preparing', file };
  });
  store.setState({ items: [...items, ...added], isOverfull: added.length < files.length, isUnavailable: false });
  let kit: MediaKit;
  try {
    kit = await services.loadMedia();
  } catch {
    // The code itself cannot be had: the files stay where they were picked.
    const keys = new Set(added.map(({ key }) => key));
    store.setState((state) => ({ items: state.items.filter(({ key }) => !keys.has(key)), isUnavailable: true }));
    return;
  }
  for (const { key } of added) await prepare(services, c, store, kit, key);
}

/** Prepares the pictures of the tray in another size. Those of which only the prepared file is left stay as they are. */
export async function changeQuality(
  services: Services,
  c: ChatId,
  store: Store,
  quality: AttachState['quality'],
): Promise<void> {
  const kit = await services.loadMedia();
  const again = store.getState().items.filter(({ file, part }) => file && part?.t === 'i');
  const keys = new Set(again.map(({ key }) => key));
  store.setState((state) => ({
    quality,
    items: state.items.map((item) => (keys.has(item.key) ? { ...item, state: 'preparing' } : item)),
  }));
  for (const { key, part } of again) {
    await prepare(services, c, store, kit, key);
    if (part) await kit.drop([part.id]);
  }
}

/** Takes a file out of the tray, with its bytes. */
export async function dropItem(services: Services, c: ChatId, store: Store, key: string): Promise<void> {
  const gone = store.getState().items.find((item) => item.key === key);
  store.setState((state) => ({ items: state.items.filter((item) => item.key !== key), isOverfull: false }));
  await keepDraft(services, c, store);
  if (gone?.part) await services.stores.media.getState().kit?.drop([gone.part.id]);
}

/** Moves a file of the tray to another place. */
export async function moveItem(services: Services, c: ChatId, store: Store, key: string, to: number): Promise<void> {
  const { items } = store.getState();
  const item = items.find((one) => one.key === key);
  if (!item) return;
  store.setState({ items: items.filter((one) => one !== item).toSpliced(to, 0, item) });
  await keepDraft(services, c, store);
}

async function prepare(services: Services, c: ChatId, store: Store, kit: MediaKit, key: string): Promise<void> {
  const find = (): AttachItem | undefined => store.getState().items.find((item) => item.key === key);
  const file = find()?.file;
  if (!file) return;
  const taken = await kit.take(file, store.getState().quality);
  if (!find()) {
    // It was taken out of the tray meanwhile.
    if ('part' in taken) await kit.drop([taken.part.id]);
    return;
  }
  store.setState((state) => ({
    items: state.items.map((item): AttachItem => {
      if (item.key !== key) return item;
      const { problem: _problem, part: _part, ...rest } = item;
      return 'part' in taken
        ? { ...rest, state: 'ready', part: taken.part, size: taken.part.z }
        : { ...rest, state: 'bad', problem: taken.problem };
    }),
  }));
  await keepDraft(services, c, store);
}

/** The stored draft names the files from the moment they are there; what is being written at the same time is stored with them a moment later. */
async function keepDraft({ stores, commands }: Services, c: ChatId, store: Store): Promise<void> {
  const draft = stores.drafts.getState().drafts.get(c);
  const files = readyParts(store.getState());
  if (!draft && files.length === 0) return;
  const { files: _files, updated: _updated, ...rest } = draft ?? { c, text: '', at: undefined, updated: 0 };
  await commands.saveDraft({ ...rest, ...(files.length > 0 ? { files } : {}) });
}
