import { AppError } from '#protocol/errors.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';

/** For servers without pictures: none is taken, none is there. */
export const noMedia: MediaTools = {
  store: {
    put: () => Promise.reject(new AppError('UNAVAILABLE')),
    get: () => Promise.resolve(undefined),
    delete: () => Promise.resolve(),
  },
  maker: {
    make: () => Promise.reject(new AppError('UNAVAILABLE')),
    photo: () => Promise.reject(new AppError('UNAVAILABLE')),
    link: () => Promise.reject(new AppError('UNAVAILABLE')),
    stop: () => undefined,
  },
  uploads: '/nowhere',
  personBytes: 0,
};
