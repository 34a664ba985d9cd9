import type { Server } from 'node:http';
import type { DevMiddleware } from '#server/transport/transportOptions.ts';

/** The bundler inside this process, for development: it compiles files when they are asked for and tells pages about changes. */
export interface DevClient {
  readonly middleware: DevMiddleware;
  /** Uses the app's own server for its messages to pages, so that there is one port. */
  attach(server: Server): Promise<void>;
  close(): Promise<void>;
}

/** Makes a {@link DevClient} for the repository at `root`. Until it is attached, every page waits for the answer "starting". */
export function startDev(root: string): DevClient {
  let bundler: { middlewares: DevMiddleware; close(): Promise<void> } | undefined;
  return {
    middleware(request, response, next) {
      if (bundler) return bundler.middlewares(request, response, next);
      response.statusCode = 503;
      response.setHeader('retry-after', '1');
      response.end('starting');
    },
    async attach(server) {
      const { createServer } = await import('vite');
      bundler = await createServer({ root, appType: 'spa', server: { middlewareMode: true, hmr: { server } } });
    },
    close: async () => bundler?.close(),
  };
}
