import type { QrTools } from '#client/context.ts';

const load = async () => (await import('#client/adapters/browser/createQrTools.ts')).createQrTools();

/** Reading and making QR codes, loaded by the first that is wanted: the first picture has none. */
export const lateQrTools: QrTools = {
  encode: async (text) => (await load()).encode(text),
  readPicture: async (picture) => (await load()).readPicture(picture),
  watchCamera: async (video, onText) => (await load()).watchCamera(video, onText),
};
