import { upstreamLimits, type GatewayTools } from '#server/transport/gateway/gatewayTools.ts';

/** For servers that nobody opens a mini-app at: no script was built, and no name leads anywhere. */
export const noGateway: GatewayTools = {
  scripts: { get: () => Promise.resolve(undefined) },
  resolve: () => Promise.reject(new Error('no network here')),
  limits: upstreamLimits,
};
