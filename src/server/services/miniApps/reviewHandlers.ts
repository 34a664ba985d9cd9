import type { AppId } from '#protocol/ids.ts';
import type { Handlers, ServiceContext } from '#server/services/serviceContext.ts';
import type { Reviewed } from '#server/storage/units/miniApps/reviewApp.ts';
import type { AppTools } from './appTools.ts';
import { toAppCard } from './toAppCard.ts';
import { toAppVersion } from './toMadeApp.ts';

/** Requests of administrators of the installation; that one is, is checked where it is decided. */
export type ReviewRequest = 'review.list' | 'review.decide' | 'review.close' | 'review.settle';

/** No text column of PostgreSQL takes a NUL. */
const cleanNote = (note: string | undefined): string | undefined => note?.replaceAll('\0', ' ');

/** Tells everybody what an app is now, when something was decided. */
function publish({ live }: ServiceContext, app: AppId, { st }: Reviewed): Record<never, never> {
  if (st !== undefined) live.publishApp(app, st);
  return {};
}

/** Makes the handlers of {@link ReviewRequest}. */
export function reviewHandlers(tools: AppTools): Handlers<ReviewRequest> {
  return {
    'review.list': async ({ storage }, { userId }) => {
      const { waiting, reports, closed } = await storage.run('listReview', { user: userId });
      return {
        waiting: waiting.map(({ app, version, live }) => ({
          app: toAppCard(tools, app),
          version: toAppVersion(tools, app.id, version),
          ...(live === undefined ? {} : { live }),
        })),
        reports: reports.map(({ app, reports: own }) => ({ app: toAppCard(tools, app), reports: own })),
        closed: closed.map(({ app, note }) => ({ app: toAppCard(tools, app), note })),
      };
    },
    'review.decide': async (context, { userId }, input) => {
      const done = await context.storage.run('decideVersion', {
        ...input,
        note: cleanNote(input.note),
        user: userId,
      });
      // A version that was declined changes nothing for people.
      return input.ok ? publish(context, input.app, done) : {};
    },
    'review.close': async (context, { userId }, input) => {
      const done = await context.storage.run('closeApp', { ...input, note: cleanNote(input.note), user: userId });
      return publish(context, input.app, done);
    },
    'review.settle': async ({ storage }, { userId }, input) => {
      await storage.run('settleApp', { ...input, user: userId });
      return {};
    },
  };
}
