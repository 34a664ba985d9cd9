import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaBody } from '#protocol/entities/bodies/mediaBody.ts';
import { toOpId, toShelfId } from '#protocol/casts.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ShelfWish } from '#testing/world/wishes.ts';
import { between, rowsOf, type Action, type Scene } from './scene.ts';

/** Some note or album of the scene's chat that somebody wanted there. */
const wished = ({ world, c, pick }: Scene, kind: ShelfWish['kind']): ShelfWish | undefined =>
  pick([...world.wishes.shelf.values()].filter((wish) => wish.c === c && wish.kind === kind));

/** Whether nobody knows what became of a request. */
const isInDoubt = (ack: Ack<unknown>): boolean => !ack.ok && (ack.code === 'UNAVAILABLE' || ack.code === 'INTERNAL');

/** A new wish, or one of somebody, which this person may not be allowed to change. */
function wishFor(scene: Scene, kind: ShelfWish['kind']): ShelfWish {
  const { world, c, chance, uuid } = scene;
  const known = chance() < 0.4 ? wished(scene, kind) : undefined;
  if (known) return known;
  const wish: ShelfWish = { kind, c, i: toShelfId(uuid()), texts: [], isThere: false, isDropped: false };
  world.wishes.shelf.set(wish.i, wish);
  return wish;
}

/** Notes which words it may have now. They go to the server directly: they need a network, and nobody waits for one here. */
function noteWords(wish: ShelfWish, x: string, asked: Promise<Ack<unknown>>): void {
  wish.texts.push(x);
  void asked.then((ack) => {
    if (ack.ok) wish.isThere = true;
    else if (!isInDoubt(ack)) wish.texts.splice(wish.texts.indexOf(x), 1);
  });
}

/** Photos of the chat's messages as this device has them. */
const photosHere = (scene: Scene) =>
  rowsOf(scene).flatMap(({ s, k, b, del }) =>
    k === messageKind.media && del === undefined
      ? ((b as MediaBody | undefined)?.f ?? []).flatMap(({ id, t }) => (t === 'i' ? [{ s, id }] : []))
      : [],
  );

/** What people do at the shelf of a chat. */
export const shelfActions = {
  putNote(scene) {
    const { world, device, c, uuid } = scene;
    const wish = wishFor(scene, 'note');
    const x = `shelf ${between(scene, 0, 1e9)}`;
    noteWords(wish, x, world.server.ask(device.login, 'note.put', { c, i: wish.i, x, op: toOpId(uuid()) }));
  },
  dropNote(scene) {
    const wish = wished(scene, 'note');
    if (!wish) return;
    wish.isDropped = true;
    void scene.world.server.ask(scene.device.login, 'note.delete', {
      ...{ c: scene.c, i: wish.i, op: toOpId(scene.uuid()) },
    });
  },
  putAlbum(scene) {
    const { world, device, c, uuid } = scene;
    const wish = wishFor(scene, 'album');
    const n = `album ${between(scene, 0, 1e9)}`;
    noteWords(wish, n, world.server.ask(device.login, 'album.put', { c, i: wish.i, n, op: toOpId(uuid()) }));
  },
  dropAlbum(scene) {
    const wish = wished(scene, 'album');
    if (!wish) return;
    wish.isDropped = true;
    void scene.world.server.ask(scene.device.login, 'album.delete', {
      ...{ c: scene.c, i: wish.i, op: toOpId(scene.uuid()) },
    });
  },
  addPhotos(scene) {
    const { world, device, c, pick, uuid } = scene;
    const photos = photosHere(scene);
    const of = [pick(photos), pick(photos), pick(photos)].flatMap((photo) => photo ?? []);
    const wish = wished(scene, 'album');
    if (!wish || of.length === 0) return;
    void world.server.ask(device.login, 'album.add', { c, i: wish.i, of, op: toOpId(uuid()) });
  },
  async removePhoto(scene) {
    const { world, device, c, uuid } = scene;
    const wish = wished(scene, 'album');
    const photo = scene.pick(photosHere(scene));
    if (!wish || !photo) return;
    void world.server.ask(device.login, 'album.remove', { c, i: wish.i, ids: [photo.id], op: toOpId(uuid()) });
  },
  movePhoto(scene) {
    const { world, device, c, chance, uuid } = scene;
    const wish = wished(scene, 'album');
    const [photo, other] = [scene.pick(photosHere(scene)), scene.pick(photosHere(scene))];
    if (!wish || !photo || !other) return;
    const to = chance() < 0.4 ? null : other.id;
    void world.server.ask(device.login, 'album.move', { c, i: wish.i, ids: [photo.id], to, op: toOpId(uuid()) });
  },
} satisfies Record<string, Action>;
