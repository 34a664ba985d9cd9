import type { AppTools } from './appTools.ts';
import { AppError } from '#protocol/errors.ts';
import type { Handlers } from '#server/services/serviceContext.ts';

const missing = () => {
  throw new AppError('UNAVAILABLE');
};

export type AppRequest =
  | 'app.list'
  | 'app.get'
  | 'app.recent'
  | 'app.launch'
  | 'app.answer'
  | 'app.note'
  | 'app.passport'
  | 'app.data'
  | 'app.forget'
  | 'app.method'
  | 'app.report'
  | 'maker.list'
  | 'maker.create'
  | 'maker.save'
  | 'maker.submit'
  | 'maker.use'
  | 'maker.secret'
  | 'maker.testers'
  | 'maker.remove'
  | 'review.list'
  | 'review.decide'
  | 'review.close'
  | 'review.settle';

export function createAppHandlers(_tools: AppTools): Handlers<AppRequest> {
  return {
    'app.list': missing,
    'app.get': missing,
    'app.recent': missing,
    'app.launch': missing,
    'app.answer': missing,
    'app.note': missing,
    'app.passport': missing,
    'app.data': missing,
    'app.forget': missing,
    'app.method': missing,
    'app.report': missing,
    'maker.list': missing,
    'maker.create': missing,
    'maker.save': missing,
    'maker.submit': missing,
    'maker.use': missing,
    'maker.secret': missing,
    'maker.testers': missing,
    'maker.remove': missing,
    'review.list': missing,
    'review.decide': missing,
    'review.close': missing,
    'review.settle': missing,
  };
}
