/** Takes all faces, and all pictures and files of messages, from this device. By name: the code of the caches is for whoever fills them. */
export async function forgetMedia(): Promise<void> {
  // Pages of an insecure address keep none.
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => ownCaches.has(name)).map((name) => caches.delete(name)));
}

/** Names of the caches that `pictureCache` and `mediaCache` keep. */
const ownCaches = new Set(['kabar-pictures', 'kabar-media', 'kabar-media-use']);
