import { toOpId } from '#protocol/casts.ts';
import { midOf, someone, type Action } from './scene.ts';

/** The groups' own matters. They go to the server directly: they need a network, and nobody waits for one here. */
export const groupActions = {
  invite(scene) {
    const { world, device, c } = scene;
    const asked = { c, users: [someone(scene)], op: toOpId(scene.uuid()) };
    void world.server.ask(device.login, 'chat.invite', asked).then((ack) => {
      if (ack.ok && c === world.community) world.server.complaints.push('somebody was added to a community');
    });
  },
  async kick(scene) {
    const { world, device, c } = scene;
    const member = await midOf(scene, someone(scene));
    void world.server.ask(device.login, 'chat.kick', { c, members: [member], op: toOpId(scene.uuid()) });
  },
  leave({ world, device, c, uuid }) {
    void world.server.ask(device.login, 'chat.leave', { c, op: toOpId(uuid()) });
  },
  rename(scene) {
    const title = `title ${Math.floor(scene.chance() * 100)}`;
    void scene.world.server.ask(scene.device.login, 'chat.meta', { c: scene.c, title, op: toOpId(scene.uuid()) });
  },
} satisfies Record<string, Action>;
