import { memberRole } from '#protocol/entities/memberState.ts';
import { toOpId } from '#protocol/casts.ts';
import { between, joinedIn, type Action, type Scene } from './scene.ts';

/** A name that few bear, so that it is sometimes taken; or the own one, which nobody takes. */
const nameFor = (scene: Scene): string =>
  scene.chance() < 0.5 ? `name ${between(scene, 1, 6)}` : scene.device.login.handle;

/** The community's own matters, whatever chat the scene is about. */
export const communityActions = {
  join(scene) {
    const { world, device } = scene;
    const asked = { c: world.community, nn: nameFor(scene), op: toOpId(scene.uuid()) };
    void world.server.ask(device.login, 'community.join', asked);
  },
  /** The owner removes somebody. */
  async throwOut(scene) {
    const { world, pick, uuid } = scene;
    const members = await joinedIn(scene, world.community);
    const owner = members.find(({ role }) => role === memberRole.owner);
    const login = world.devices.find((one) => Number(one.login.user) === owner?.user_id)?.login;
    const other = pick(members.filter((member) => member !== owner));
    if (!login || !other) return;
    void world.server.ask(login, 'chat.kick', { c: world.community, members: [other.mid], op: toOpId(uuid()) });
  },
  goAway({ world, device, uuid }) {
    void world.server.ask(device.login, 'chat.leave', { c: world.community, op: toOpId(uuid()) });
  },
  renameSelf(scene) {
    const { world, device } = scene;
    const asked = { c: world.community, nn: nameFor(scene), op: toOpId(scene.uuid()) };
    void world.server.ask(device.login, 'community.profile', asked);
  },
  /** Another tier. */
  lookAtCommunity({ world, device, tab }) {
    const view = device.views().find((one) => one.tab === tab.name);
    const open = [...new Set([...(view?.open ?? []), world.community])];
    device.show(tab, { visible: true, focused: false, watch: [], ...view, open });
  },
  nextDays: ({ world }) => world.nextDays(),
} satisfies Record<string, Action>;
