/** Whether a file of a message is a picture or a film: those stand in the grid, go into albums and are looked at in the viewer. */
export const isVisual = ({ t }: { t?: string | undefined }): boolean => t === 'i' || t === 'v';
