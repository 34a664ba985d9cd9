import { between, type Action } from './scene.ts';

/** What becomes of processes, their database and the line between them. */
export const serverActions = {
  killNode: (scene) => scene.world.server.crash(scene.chance(), scene.chance() < 0.4 ? 0 : between(scene, 100, 20_000)),
  restartNode: ({ world }) => world.server.restart(),
  killBeforeCommit: (scene) => scene.world.server.plan('dies before', between(scene, 1, 8)),
  killAfterCommit: (scene) => scene.world.server.plan('dies after', between(scene, 1, 8)),
  killBeforePublish: (scene) => scene.world.server.planPublish(between(scene, 1, 4)),
  failCalls: (scene) => scene.world.server.plan('fails before', between(scene, 1, 4), between(scene, 1, 6)),
  inDoubtCommit: (scene) => scene.world.server.plan('fails after', between(scene, 1, 4), between(scene, 1, 6)),
  dbDown: (scene) => scene.world.server.stopDatabase(between(scene, 500, 10_000)),
  dbSlow: (scene) => scene.world.server.slowDatabase(scene.pick([0, 5, 40, 300]) ?? 0),
  loseBus: ({ world, pick }) => void (world.server.bus.loss = pick([0, 0, 0.1, 0.5, 1]) ?? 0),
  busReorder: ({ world, pick }) => void (world.server.bus.delayMs = pick([0, 50, 400]) ?? 0),
  serverClockJump: ({ world, chance, pick }) =>
    world.server.jump(chance(), pick([-3_600_000, -2_000, 2_000, 3_600_000]) ?? 0),
  newGen: ({ world }) => world.server.changeGeneration(),
} satisfies Record<string, Action>;
