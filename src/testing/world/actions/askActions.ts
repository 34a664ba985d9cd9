import { everybody } from '#domain/namesAll.ts';
import { toOpId } from '#protocol/casts.ts';
import { between, rowsOf, type Action } from './scene.ts';

/** What people want of everybody in a chat. */
export const askActions = {
  askToConfirm(scene) {
    return scene.tab.commands.sendMessage({ c: scene.c, b: { x: `please ${between(scene, 0, 1e6)}`, ask: 1 } });
  },
  confirm(scene) {
    const { tab, c, chance } = scene;
    const row = scene.pick(rowsOf(scene).filter(({ b, del }) => b?.['ask'] === 1 && del === undefined));
    return row && tab.commands.setVote({ c, s: row.s, o: chance() < 0.8 ? [0] : [] });
  },
  nudge(scene) {
    const { world, device, c, uuid } = scene;
    const row = scene.pick(rowsOf(scene).filter(({ b }) => b?.['ask'] === 1));
    if (row) void world.server.ask(device.login, 'confirm.nudge', { c, s: row.s, op: toOpId(uuid()) });
  },
  callAll(scene) {
    const at: [number, number, typeof everybody][] = [[0, 9, everybody]];
    return scene.tab.commands.sendMessage({ c: scene.c, b: { x: `@everyone ${between(scene, 0, 1e6)}`, at } });
  },
} satisfies Record<string, Action>;
