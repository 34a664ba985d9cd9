import type { FastifyInstance } from 'fastify';

/** The content security policy of the app. `endpoints`: further addresses of the service that the page may talk to. `frames`: the only origins it may frame, those of mini-apps. */
export function contentSecurityPolicy(endpoints: readonly string[], isDev: boolean, frames: string): string {
  // A page may open a socket to its own origin under 'self'; other nodes need their address in both schemes.
  const others = endpoints.flatMap((url) => [url, url.replace(/^http/, 'ws')]);
  const connect = ["'self'", ...others].join(' ');
  // The bundler's development page starts with an inline script; the built one has none.
  const script = isDev ? "'self' 'unsafe-inline'" : "'self'";
  return [
    "default-src 'self'",
    `script-src ${script}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    `connect-src ${connect}`,
    `frame-src ${frames}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What the page may pass on to a mini-app, once the person has allowed it: the frame's own attribute decides about each. */
const permissionsPolicy = (frames: string): string =>
  [
    ...['camera', 'microphone', 'geolocation'].map((feature) => `${feature}=(self "${frames}")`),
    'payment=()',
    'usb=()',
  ].join(', ');

/** The two policies that name the origins of mini-apps, made anew only when these have changed. */
function rememberPolicies(endpoints: readonly string[], isDev: boolean) {
  let known: { readonly frames: string; readonly content: string; readonly permissions: string } | undefined;
  return (frames: string) => {
    if (known?.frames !== frames) {
      const content = contentSecurityPolicy(endpoints, isDev, frames);
      known = { frames, content, permissions: permissionsPolicy(frames) };
    }
    return known;
  };
}

/** Puts the headers that keep other pages out on every answer. `frames`: origins of mini-apps, with a star; read at each answer, because a test learns its port late. */
export function registerSecurityHeaders(
  app: FastifyInstance,
  endpoints: readonly string[],
  isDev: boolean,
  frames: () => string,
): void {
  const headers = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  const policiesFor = rememberPolicies(endpoints, isDev);
  // On the raw response, so that the bundler's answers, which bypass the reply, carry them too.
  app.addHook('onRequest', (_request, reply, done) => {
    const { content, permissions } = policiesFor(frames());
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
    reply.raw.setHeader('content-security-policy', content);
    reply.raw.setHeader('permissions-policy', permissions);
    done();
  });
}
