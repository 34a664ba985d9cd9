/**
 * The address that limits count. `hops`: how many proxies of ours stand in front; each appends the address it saw to X-Forwarded-For, so the
 * entry that many places from the end is the last one that nobody outside could invent. An IPv6 customer has a whole /64, so only that part counts.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined, hops: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const seen = hops > 0 ? (entries.at(-hops) ?? '') : '';
  return toLimitKey(seen === '' ? (remote ?? 'unknown') : seen);
}

function toLimitKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address.slice(0, 64);
  const [head = '', tail] = address.slice(0, 64).split('::');
  const left = head === '' ? [] : head.split(':');
  // "::" stands for as many zero groups as are missing from eight.
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
