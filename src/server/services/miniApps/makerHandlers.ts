import { appState } from '#protocol/entities/appStates.ts';
import { AppError } from '#protocol/errors.ts';
import type { Handlers } from '#server/services/serviceContext.ts';
import { toAppToken } from '#server/storage/units/miniApps/toAppKeys.ts';
import type { AppTools } from './appTools.ts';
import { checkUpstream } from './checkUpstream.ts';
import { toMadeApp } from './toMadeApp.ts';

/** Requests of people who make apps. */
export type MakerRequest =
  | 'maker.list'
  | 'maker.create'
  | 'maker.save'
  | 'maker.submit'
  | 'maker.use'
  | 'maker.secret'
  | 'maker.testers'
  | 'maker.remove';

/** Makes the handlers of {@link MakerRequest}. */
export function makerHandlers(tools: AppTools): Handlers<MakerRequest> {
  const { seals } = tools;
  return {
    'maker.list': async ({ storage }, { userId }) => {
      const apps = await storage.run('listMadeApps', { owner: userId });
      return { apps: apps.map((facts) => toMadeApp(tools, facts)) };
    },
    'maker.create': async ({ storage }, { userId }, { app, op }) => {
      const secret = seals.appSecret(app, op);
      const facts = await storage.run('createApp', { app, op, owner: userId, secret });
      return { app: toMadeApp(tools, facts), token: toAppToken(facts.bot, secret) };
    },
    'maker.save': async ({ storage }, { userId }, { app, manifest, op }) => {
      const { source } = manifest;
      const problem = source.kind === 'upstream' ? checkUpstream(source.url, tools) : undefined;
      if (problem !== undefined) throw new AppError('BAD', { message: problem });
      const made = await storage.run('saveApp', { app, manifest, op, owner: userId });
      return { app: toMadeApp(tools, made.app) };
    },
    'maker.submit': async ({ storage }, { userId }, input) => {
      const made = await storage.run('submitApp', { ...input, owner: userId });
      return { app: toMadeApp(tools, made.app) };
    },
    'maker.use': async ({ storage, live }, { userId }, input) => {
      const { app, isRepeat } = await storage.run('useVersion', { ...input, owner: userId });
      if (!isRepeat) live.publishApp(input.app, app.st);
      return { app: toMadeApp(tools, app) };
    },
    'maker.secret': async ({ storage }, { userId }, { app, op }) => {
      const secret = seals.appSecret(app, op);
      const { bot } = await storage.run('setAppSecret', { app, op, owner: userId, secret });
      return { token: toAppToken(bot, secret) };
    },
    'maker.testers': async ({ storage }, { userId }, input) => {
      const made = await storage.run('setTesters', { ...input, owner: userId });
      return { app: toMadeApp(tools, made.app) };
    },
    'maker.remove': async ({ storage, live }, { userId }, input) => {
      const isRepeat = await storage.run('removeApp', { ...input, owner: userId });
      if (!isRepeat) live.publishApp(input.app, appState.removed);
      return {};
    },
  };
}
