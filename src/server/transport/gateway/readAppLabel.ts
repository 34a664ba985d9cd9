/**
 * The label of a mini-app's host, such as `cafe` of `cafe.localhost:8787`; undefined for the messenger's own hosts and any other. `example`: the origin of an app called
 * `app`. `own`: origins of the messenger. Ports do not count: whatever port a proxy in front uses, an app's name never means the messenger. A label may be anything.
 */
export function readAppLabel(host: string | undefined, example: string, own: readonly string[]): string | undefined {
  const name = toName(host ?? '');
  const below = new URL(example).hostname.replace(/^app/, '');
  if (!name.endsWith(below) || name.length === below.length) return undefined;
  if (own.some((origin) => new URL(origin).hostname === name)) return undefined;
  return name.slice(0, -below.length);
}

const toName = (host: string): string => host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
