import { expect, it } from 'vitest';
import { appState, versionState } from '#protocol/entities/appStates.ts';
import { sampleMade, sampleMadeApp, sampleManifest, sampleVersion } from '#testing/sampleMakers.ts';
import { baseManifest, newestFirst, openVersion, stagesOf } from './appStages.ts';

it('says all that is true of an app', () => {
  expect(stagesOf(sampleMadeApp)).toEqual(['live']);
  expect(stagesOf(sampleMade.fresh)).toEqual(['draft']);
  expect(stagesOf(sampleMade.drafted)).toEqual(['live', 'draft']);
  expect(stagesOf(sampleMade.waiting)).toEqual(['live', 'review']);
  expect(stagesOf(sampleMade.declined)).toEqual(['declined']);
  expect(stagesOf(sampleMade.closed)).toEqual(['closed']);
  expect(stagesOf({ ...sampleMade.waiting, st: appState.removed })).toEqual(['removed']);
  expect(stagesOf({ ...sampleMade.fresh, versions: [sampleVersion(1, versionState.approved)] })).toEqual(['draft']);
});

it('finds the version that is worked on, whatever the order', () => {
  expect(newestFirst(sampleMade.drafted).map(({ n }) => n)).toEqual([3, 2, 1]);
  expect(openVersion(sampleMade.drafted)?.n).toBe(3);
  expect(openVersion(sampleMadeApp)).toBeUndefined();
  expect(baseManifest(sampleMadeApp)).toBe(sampleManifest);
  expect(baseManifest(sampleMade.fresh)).toBeUndefined();
});
