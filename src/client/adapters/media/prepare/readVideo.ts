/** What a browser knows of a film before it has left. */
export interface VideoFacts {
  /** px, as it is seen */
  width: number;
  height: number;
  /** ms */
  duration: number;
  /** a frame near its beginning */
  frame: ImageBitmap | undefined;
}

/** A file that is not read by then is no film for this browser, ms. */
const limitMs = 8_000;
/** The first frame is often black, s. */
const frameAt = 0.5;

/** Size, length and a frame of a film; undefined for what this browser cannot play. */
export async function readVideo(file: Blob): Promise<VideoFacts | undefined> {
  const src = URL.createObjectURL(file);
  const video = document.createElement('video');
  try {
    video.muted = true;
    video.preload = 'auto';
    video.playsInline = true;
    const loaded = happens(video, 'loadeddata');
    video.src = src;
    if (!(await loaded) || video.videoWidth === 0) return undefined;
    const seconds = Number.isFinite(video.duration) ? video.duration : 0;
    const sought = happens(video, 'seeked');
    video.currentTime = Math.min(frameAt, seconds / 2);
    const frame = (await sought) ? await createImageBitmap(video).catch(() => undefined) : undefined;
    return { width: video.videoWidth, height: video.videoHeight, duration: Math.round(seconds * 1_000), frame };
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(src);
  }
}

/** Whether it happens in time, and before an error. */
function happens(video: HTMLVideoElement, what: 'loadeddata' | 'seeked'): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, limitMs, false);
  video.addEventListener(what, () => resolve(true), { once: true });
  video.addEventListener('error', () => resolve(false), { once: true });
  return promise.finally(() => clearTimeout(timer));
}
