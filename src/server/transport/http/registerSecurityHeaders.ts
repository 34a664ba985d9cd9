import type { FastifyInstance } from 'fastify';

/** The content security policy of the app. `endpoints`: further addresses of the service that the page may talk to. */
export function contentSecurityPolicy(endpoints: readonly string[], isDev: boolean): string {
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
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts the headers that keep other pages out on every answer. */
export function registerSecurityHeaders(app: FastifyInstance, endpoints: readonly string[], isDev: boolean): void {
  const headers = {
    'content-security-policy': contentSecurityPolicy(endpoints, isDev),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(), payment=(), usb=()',
  };
  // On the raw response, so that the bundler's answers, which bypass the reply, carry them too.
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
    done();
  });
}
