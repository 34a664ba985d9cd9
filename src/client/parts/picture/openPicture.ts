/** A chosen file that this browser can show. Whoever is done with it lets go of `url`. */
export interface OpenedPicture {
  /** `blob:` address */
  readonly url: string;
  readonly image: HTMLImageElement;
  readonly width: number;
  readonly height: number;
}

/** Opens a file as a picture, upright as a person sees it. Rejects when the browser cannot read it as one. */
export async function openPicture(file: Blob): Promise<OpenedPicture> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || height === 0) throw new Error('a picture without a size');
    return { url, image, width, height };
  } catch (error) {
    URL.revokeObjectURL(url);
    throw error;
  }
}
