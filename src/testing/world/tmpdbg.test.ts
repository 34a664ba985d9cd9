import { it, vi } from 'vitest';
import { checkMoment, checkPeace } from './checkWorld.ts';
import { createWorld } from './createWorld.ts';
import { actAtRandom } from './worldActions.ts';
vi.mock('#server/storage/rows/randomId.ts', () => { let last = 1_000; return { randomId: () => (last += 1) }; });
it('dbg', async () => {
  const seed = Number(process.env['WORLD_SEED']);
  const world = await createWorld(seed);
  const story: string[] = [];
  for (let step = 0; step < 120; step += 1) {
    story.push(await actAtRandom(world));
    for (const d of world.devices) for (const q of d.shadow.queued) { const e = d.store.dump('outbox').find((x) => x.i === q.cid); const st = e ? e.state + e.tried + (e.err ?? '') : d.store.dump('msgs').some((m) => m.i === q.cid) ? 'stored' : 'nowhere'; const k = (q as any); if (k.st !== st) { k.log = [...(k.log ?? []), `${step}:${st}`]; k.st = st; } }
    checkMoment(world);
  }
  const L = (w: string) => { for (const d of world.devices) { const ch = d.store.dump('chats').find((x) => x.c === world.chats[0]); console.log(w, d.login.handle, world.devices.indexOf(d), d.network.isUp, d.network.isHeld, ch && [ch.meta.title, ch.meta.r, ch.head.rev, ch.haveRev, ch.me.fl, JSON.stringify(ch.sync)].join(' ')); } };
  if (process.env['TR']) { L('before'); (globalThis as any).TRACE = (x: any) => console.log('T', world.clock.elapsed(), JSON.stringify(x).slice(0, 700)); }
  await world.heal();
  if (process.env['TR']) L('after');
  try { await checkPeace(world); console.log('FINE'); } catch (e) {
    console.log(String(e).slice(0, 300));
    for (const d of world.devices) for (const q of d.shadow.queued) {
      const rows = d.store.dump('msgs').some((m) => m.i === q.cid);
      const r: any = await world.server.storage.runUnit((await import('#server/storage/unit.ts')).readUnit(async (tx, cid: string) => tx.sql('SELECT seq, chat_id FROM messages WHERE cid = ?', [cid])), q.cid);
      if (r.length !== 1) { console.log(d.login.handle, world.devices.indexOf(d), q.c, q.cid, 'stored', r.length, 'cached', rows, d.shadow.forgotten.has(q.cid), (q as any).log, d.store.dump('outbox').filter((e) => e.i === q.cid)); 
       }
    }
    console.log(story.map((s, i) => `${i} ${s}`).join('\n'));
  }
  await world.close();
}, 100000);
