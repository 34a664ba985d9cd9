import { appState } from '#protocol/entities/appStates.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import type { AppFacts } from '#server/storage/units/miniApps/appRows.ts';
import type { AppTools } from './appTools.ts';

/** The host at which an app (`label` = its id), or one version of it, runs; with a port where it has one. */
export const toAppHost = ({ originOf }: Pick<AppTools, 'originOf'>, label: string): string =>
  new URL(originOf(label)).host;

/** An app as people see it. `label`: of the host at which it is shown; by default the one where everybody opens it. A removed one has lost its icon. */
export function toAppCard(tools: Pick<AppTools, 'originOf'>, facts: AppFacts, label: string = facts.id): AppCard {
  const { id, st, people, by, manifest } = facts;
  const { names, about, category, icon } = manifest;
  return {
    ...{ id, names, about, category, by, people, st },
    ...(icon === undefined || st === appState.removed ? {} : { icon }),
    host: toAppHost(tools, label),
  };
}
