import type { Handlers } from '#server/services/serviceContext.ts';
import type { AppTools } from './appTools.ts';
import { callAppMethod } from './callAppMethod.ts';
import { launchApp } from './launchApp.ts';
import { shareCard } from './shareCard.ts';
import { toAppCard } from './toAppCard.ts';

/** Requests of people who use apps. */
export type PersonAppRequest =
  | 'app.list'
  | 'app.get'
  | 'app.recent'
  | 'app.launch'
  | 'app.answer'
  | 'app.note'
  | 'app.passport'
  | 'app.card'
  | 'app.share'
  | 'app.data'
  | 'app.forget'
  | 'app.method'
  | 'app.report';

/** Makes the handlers of {@link PersonAppRequest}. */
export function personAppHandlers(tools: AppTools): Handlers<PersonAppRequest> {
  return {
    'app.list': async ({ storage }, _caller, input) => {
      const { apps, isMore } = await storage.run('findApps', input);
      return { apps: apps.map((facts) => toAppCard(tools, facts)), ...(isMore ? { more: 1 as const } : {}) };
    },
    'app.get': async ({ storage }, { userId }, { ids }) => {
      const apps = await storage.run('getApps', { me: userId, ids });
      return { apps: apps.map((facts) => toAppCard(tools, facts)) };
    },
    'app.recent': async ({ storage }, { userId }) => {
      const apps = await storage.run('listRecentApps', { me: userId });
      return { apps: apps.map(({ app, at }) => ({ app: toAppCard(tools, app), at })) };
    },
    'app.launch': (context, caller, input) => launchApp(context, tools, caller, input),
    'app.answer': async ({ storage }, { userId }, input) => ({
      grant: await storage.run('answerApp', { ...input, user: userId }),
    }),
    'app.note': async ({ storage }, { userId }, input) => {
      await storage.run('noteHanding', { ...input, user: userId });
      return {};
    },
    'app.passport': async ({ storage }, { userId }, { app }) => {
      const passport = await storage.run('getPassport', { app, user: userId });
      const isOpen = passport.app.manifest.connect[0] === '*';
      return { ...passport, app: toAppCard(tools, passport.app), ...(isOpen ? { any: 1 as const } : {}) };
    },
    'app.card': async ({ storage }, { userId }, { app, card }) => ({
      body: await storage.run('getOwnCard', { app, card, user: userId }),
    }),
    'app.share': shareCard,
    'app.data': async ({ storage }, { userId }, input) => {
      await storage.run('sendAppData', { ...input, user: userId });
      return {};
    },
    'app.forget': async ({ storage }, { userId }, input) => {
      await storage.run('forgetApp', { ...input, user: userId });
      return {};
    },
    'app.method': callAppMethod,
    'app.report': async ({ storage }, { userId }, input) => {
      await storage.run('reportApp', { ...input, user: userId });
      return {};
    },
  };
}
