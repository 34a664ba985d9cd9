import { toOpId } from '#protocol/casts.ts';
import type { Ack } from '#protocol/errors.ts';
import type { Cid } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { LaterChange, LaterWish } from '#testing/world/wishes.ts';
import { filesOf, queueFiles } from './fileActions.ts';
import { between, type Action, type Scene } from './scene.ts';

const soon = (scene: Scene): number => scene.world.clock.now() + limits.scheduleMinMs + between(scene, 1, 90) * 1_000;

/** Some message that this person wanted to be sent later. */
const ownWish = ({ world, device, pick }: Scene): LaterWish | undefined =>
  pick([...world.wishes.later.values()].filter(({ user }) => user === device.login.user));

/** Whether nobody knows what became of a request. */
const isInDoubt = (ack: Ack<unknown>): boolean => !ack.ok && (ack.code === 'UNAVAILABLE' || ack.code === 'INTERNAL');

/** What people do about messages of later. */
export const laterActions = {
  async schedule(scene) {
    const { world, device, tab, c, chance } = scene;
    const at = soon(scene);
    const x = `later ${between(scene, 0, 1e9)}`;
    const note = (cid: Cid): Cid => {
      world.wishes.later.set(cid, { user: device.login.user, c, cid, changes: new Set([{ x, at, u: 0 }]), drops: 0 });
      return cid;
    };
    if (chance() < 0.75) return void note(await tab.commands.scheduleMessage({ c, b: { x }, at }));
    const b = { ...filesOf(scene), x };
    return queueFiles(scene, b, async (input) => note(await tab.commands.scheduleMessage({ c, ...input, at })));
  },
  changeLater(scene) {
    const { world, device, chance, uuid } = scene;
    const wish = ownWish(scene);
    if (!wish) return;
    const at = chance() < 0.6 ? soon(scene) : undefined;
    const x = chance() < 0.6 ? `later ${between(scene, 0, 1e9)}` : undefined;
    const asked = { i: wish.cid, ...(at === undefined ? {} : { at }), ...(x === undefined ? {} : { b: { x } }) };
    const change: LaterChange = { x, at, u: Infinity };
    // A process may die before it answers.
    wish.changes.add(change);
    void world.server.ask(device.login, 'schedule.change', { ...asked, op: toOpId(uuid()) }).then((ack) => {
      if (ack.ok) change.u = ack.data.u;
      else if (!isInDoubt(ack)) wish.changes.delete(change);
    });
  },
  dropLater(scene) {
    const { world, device, uuid } = scene;
    const wish = ownWish(scene);
    if (!wish) return;
    wish.dropped ??= 'perhaps';
    wish.drops += 1;
    void world.server.ask(device.login, 'schedule.drop', { i: wish.cid, op: toOpId(uuid()) }).then((ack) => {
      if (ack.ok) wish.dropped = 'surely';
      else if (!isInDoubt(ack) && (wish.drops -= 1) === 0 && wish.dropped === 'perhaps') wish.dropped = undefined;
    });
  },
  sendLaterNow(scene) {
    const { world, device, uuid } = scene;
    const wish = ownWish(scene);
    if (!wish) return;
    wish.changes.add({ at: 0, u: Infinity });
    void world.server.ask(device.login, 'schedule.send', { i: wish.cid, op: toOpId(uuid()) });
  },
} satisfies Record<string, Action>;
