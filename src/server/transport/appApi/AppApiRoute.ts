import type * as z from 'zod/mini';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { authorizeApp } from '#server/services/appApi/authorizeApp.ts';

/** The app whose server calls. */
export type AppCaller = Awaited<ReturnType<typeof authorizeApp>>;

/** A call as a route gets it, parsed. `call`: name and fingerprint of it, for what is done once; `bytes`: the raw body of an upload; `gone`: nobody waits any more. */
export interface AppApiInput<Params, Query, Body> {
  readonly context: ServiceContext;
  readonly media: MediaTools;
  readonly app: AppCaller;
  readonly call: { readonly app: AppCaller['app']; readonly key: string; readonly hash: string };
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly bytes: Uint8Array;
  readonly gone: AbortSignal;
}

/** One route of the API for servers of apps. `codes`: refusals of its own, beside those that every route has. */
export interface AppApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** below the API's root, parameters as `:name` */
  readonly path: string;
  readonly summary: string;
  readonly codes: readonly string[];
  readonly params: z.ZodMiniType;
  readonly query: z.ZodMiniType;
  /** `raw`: the bytes as they are */
  readonly body: z.ZodMiniType | 'none' | 'raw';
  readonly answer: z.ZodMiniType;
  run(input: AppApiInput<unknown, unknown, unknown>): Promise<unknown>;
}

interface Typed<
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType | 'none' | 'raw',
  A extends z.ZodMiniType,
> extends Omit<AppApiRoute, 'run' | 'params' | 'query' | 'body' | 'answer'> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  run(
    input: AppApiInput<z.output<P>, z.output<Q>, B extends z.ZodMiniType ? z.output<B> : undefined>,
  ): Promise<z.input<A>>;
}

/** A route whose `run` gets what its shapes say. */
export const appApiRoute = <
  P extends z.ZodMiniType,
  Q extends z.ZodMiniType,
  B extends z.ZodMiniType | 'none' | 'raw',
  A extends z.ZodMiniType,
>(
  route: Typed<P, Q, B, A>,
): AppApiRoute => route as AppApiRoute;
