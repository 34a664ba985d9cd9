import { addTo } from '#testing/world/wishes.ts';
import { between, rowsOf, type Action } from './scene.ts';

/** What people do for themselves alone. */
export const privateActions = {
  keep(scene) {
    const row = scene.pick(rowsOf(scene));
    return row && scene.tab.commands.keepMessage({ c: scene.c, s: row.s });
  },
  async note(scene) {
    const { device, tab, pick, chance, world } = scene;
    const kept = chance() < 0.6 ? pick(device.store.dump('keeps')) : undefined;
    const x = chance() < 0.15 ? '' : `note ${between(scene, 0, 1e6)}`;
    if (x !== '') addTo(world.wishes.notes, device.login.user, x);
    return tab.commands.writeKeepNote({ x, ...(kept ? { i: kept.i } : {}) });
  },
  dropKept(scene) {
    const kept = scene.pick(scene.device.store.dump('keeps'));
    return kept && scene.tab.commands.dropKeep({ i: kept.i });
  },
  async hide(scene) {
    const { world, device, tab, c } = scene;
    const rows = [scene.pick(rowsOf(scene)), scene.pick(rowsOf(scene))].flatMap((row) => row ?? []);
    if (rows.length === 0) return;
    const seqs = rows.map(({ s }) => s);
    const { surely, perhaps } = world.wishes.hidden;
    for (const s of seqs) addTo(perhaps, device.login.user, `${c}/${s}`);
    await tab.commands.hideMessages({ c, seqs });
    for (const s of seqs) addTo(surely, device.login.user, `${c}/${s}`);
  },
} satisfies Record<string, Action>;
