/** Types that a browser shows without running anything in them. SVG and HTML are not among them. */
const shown = /^(?:image\/(?:jpeg|png|webp|gif|avif)|video\/(?:mp4|webm|quicktime|ogg)|audio\/[\w.+-]+)$/;

/** How a file of this device is answered on the app's own address: as the server would, so that none of it is ever run as a page. */
export function safeHeaders(blob: Blob, name?: string): Record<string, string> {
  const isShown = shown.test(blob.type);
  return {
    'content-type': isShown ? blob.type : 'application/octet-stream',
    'content-length': String(blob.size),
    'content-disposition': isShown
      ? 'inline'
      : `attachment; filename*=UTF-8''${encodeURIComponent(name ?? 'file').replaceAll("'", '%27')}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  };
}
