/** Where the camera is read: its element, its stream, and whether the reading has been stopped. */
interface Watch {
  readonly video: HTMLVideoElement;
  readonly stream: MediaStream;
  isOver: boolean;
}

/** Longest side of what is looked at, px: first sharp, then coarse, because noise of a large photo can hide a code. */
const pictureSides = [1_600, 800, 400];
const cameraSide = 720;
/** Pause between two looks at the camera, ms. */
const lookMs = 150;

/**
 * Makes and reads QR codes. The code for both (a small library without dependencies) is fetched when it is first wanted; where the browser has a reader of its
 * own (`BarcodeDetector`), that is asked first.
 */
export function createQrTools() {
  return {
    async encode(text: string): Promise<readonly (readonly boolean[])[]> {
      const { encodeQR } = await import('qr');
      // The library does not go without an edge; the picture has one of its own.
      return encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
        .slice(1, -1)
        .map((row) => row.slice(1, -1));
    },
    async readPicture(picture: Blob): Promise<string | undefined> {
      const bitmap = await createImageBitmap(picture).catch(() => undefined);
      if (!bitmap) return undefined;
      try {
        for (const side of pictureSides) {
          const text = await readFrame(bitmap, bitmap, side);
          if (text !== undefined) return text;
        }
        return undefined;
      } finally {
        bitmap.close();
      }
    },
    watchCamera,
  };
}

async function watchCamera(
  video: HTMLVideoElement,
  onText: (text: string) => void,
): Promise<{ ok: true; stop(): void } | { ok: false; why: 'refused' | 'missing' }> {
  if (!('mediaDevices' in navigator)) return { ok: false, why: 'missing' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    const watch: Watch = { video, stream, isOver: false };
    video.srcObject = stream;
    await video.play();
    void look(watch, onText);
    return { ok: true, stop: () => stop(watch) };
  } catch (error) {
    const isRefused =
      error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');
    return { ok: false, why: isRefused ? 'refused' : 'missing' };
  }
}

async function look(watch: Watch, onText: (text: string) => void): Promise<void> {
  const { video } = watch;
  while (!watch.isOver) {
    const size = { width: video.videoWidth, height: video.videoHeight };
    const text = size.width > 0 ? await readFrame(video, size, cameraSide) : undefined;
    if (text !== undefined && !watch.isOver) onText(text);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

function stop(watch: Watch): void {
  watch.isOver = true;
  for (const track of watch.stream.getTracks()) track.stop();
  watch.video.srcObject = null;
}

/** One look at a picture or a frame of the camera, scaled down to `side` px. */
async function readFrame(
  source: CanvasImageSource,
  { width, height }: { width: number; height: number },
  side: number,
): Promise<string | undefined> {
  const scale = Math.min(1, side / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const canvas = Object.assign(document.createElement('canvas'), size);
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  if (!paper) return undefined;
  // A code that was saved without a ground would be dark on nothing.
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, size.width, size.height);
  paper.drawImage(source, 0, 0, size.width, size.height);
  return (await readByBrowser(canvas)) ?? (await readByLibrary(paper.getImageData(0, 0, size.width, size.height)));
}

async function readByLibrary(picture: ImageData): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(picture);
  } catch {
    // The library throws where there is no code, which is the usual case while somebody aims.
    return undefined;
  }
}

/** The part of `BarcodeDetector` that is used here; not every browser has it. */
interface BrowserReader {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

async function readByBrowser(canvas: HTMLCanvasElement): Promise<string | undefined> {
  const { BarcodeDetector } = globalThis as {
    BarcodeDetector?: new (options: { formats: string[] }) => BrowserReader;
  };
  if (!BarcodeDetector) return undefined;
  try {
    const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(canvas);
    return found?.rawValue;
  } catch {
    // A browser can have the name without the service behind it; the library reads then.
    return undefined;
  }
}
