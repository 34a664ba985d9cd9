const cacheName = 'kabar-pictures';
/** Pictures that stay, both sizes counted; the one that was not shown for longest goes first. At 5–40 KB each this is a few megabytes. */
const keptMax = 300;

/** Pictures that were shown once, on this device. Kept by name and size, not by address: addresses change every day. */
export const pictureCache = { respond, forget };

/** Which of them have been moved to the end since this worker runs; more often would only cost. */
const touched = new Set<string>();

/**
 * Answers a request for a picture: from the device, else from the network, and then it stays. A bare name without a seal is answered from the device only, and
 * 404 otherwise: the server would refuse it.
 */
async function respond(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const key = `${url.pathname}?s=${url.searchParams.get('s') ?? '512'}`;
  const cache = await caches.open(cacheName);
  const known = await cache.match(key);
  if (known) {
    if (!touched.has(key)) {
      touched.add(key);
      await cache.put(key, known.clone());
    }
    return known;
  }
  if (!url.searchParams.has('k')) return new Response(null, { status: 404 });
  const response = await fetch(request);
  if (response.status === 200) {
    touched.add(key);
    await keep(cache, key, response.clone());
  }
  return response;
}

/** A device without room shows the picture all the same. */
async function keep(cache: Cache, key: string, response: Response): Promise<void> {
  try {
    await cache.put(key, response);
    // In the order in which they were put; whoever was shown was put again.
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - keptMax)).map((old) => cache.delete(old)));
  } catch (error) {
    console.warn('picture.notKept', String(error));
  }
}

/** Takes all pictures from this device. */
async function forget(): Promise<void> {
  // Pages of an insecure address have none.
  if ('caches' in globalThis) await caches.delete(cacheName);
}
