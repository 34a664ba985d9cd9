import { File, FileArchive, FileAudio, FileSpreadsheet, FileText, FileVideo } from 'lucide-react';
import type { IconType } from '#client/ui/Icon.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';

const byEnding: readonly [RegExp, IconType][] = [
  [/\.(?:zip|rar|7z|gz|tar|xz)$/i, FileArchive],
  [/\.(?:xlsx?|csv|ods|numbers)$/i, FileSpreadsheet],
  [/\.(?:pdf|docx?|odt|txt|md|rtf|pages)$/i, FileText],
];

/** The icon of a file by its type and ending. */
export function fileIcon({ n = '', m = '' }: Pick<MediaPart, 'n' | 'm'>): IconType {
  if (m.startsWith('audio/')) return FileAudio;
  if (m.startsWith('video/')) return FileVideo;
  return byEnding.find(([ending]) => ending.test(n))?.[1] ?? (m.startsWith('text/') ? FileText : File);
}
