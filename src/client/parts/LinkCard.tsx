import { Globe } from 'lucide-react';
import { Icon } from '#client/ui/Icon.tsx';
import { SoftImage } from './media/SoftImage.tsx';

export type LinkCardProps = {
  /** where it leads */
  href: string;
  title: string;
  text?: string | undefined;
  /** its page has a picture; `src`: once that can be had */
  picture?: { src: string | undefined; onBroken: (src: string) => void } | undefined;
  /** what a screen reader says before and after its words */
  spoken: { before: string; after: string };
  tabIndex: 0 | -1;
};

/** Characters of a host that are shown: the end of a long one says whose it is. */
const hostMax = 38;

/** What is at a link: a picture, its title, a text, its host; the whole is the link. It fills the room it is given, whatever of it is there. */
export function LinkCard({ href, title, text, picture, spoken, tabIndex }: LinkCardProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      tabIndex={tabIndex}
      className="flex h-full flex-col overflow-hidden bg-bubble-well text-start whitespace-normal no-underline -outline-offset-2"
    >
      <span className="sr-only">{spoken.before}</span>
      {/* Its box is there before it, and stays where there is no network. */}
      {picture && (
        <span className="relative block h-[136px] shrink-0 bg-press">
          <SoftImage {...picture} />
        </span>
      )}
      <span className="flex min-h-0 flex-1 flex-col px-3.5 pt-2.5 pb-3">
        <span
          dir="auto"
          className="line-clamp-2 text-15 leading-[calc(1.25rem*var(--text-scale))] font-semibold wrap-anywhere"
        >
          {title}
        </span>
        {text !== undefined && (
          <span dir="auto" className="mt-0.5 line-clamp-2 text-13 wrap-anywhere opacity-80">
            {text}
          </span>
        )}
        <span className="mt-auto flex items-center gap-1 pt-0.5 text-12 opacity-80">
          <Icon icon={Globe} size={14} />
          <bdi dir="ltr" className="truncate">
            {hostOf(href)}
          </bdi>
        </span>
      </span>
      <span className="sr-only">{spoken.after}</span>
    </a>
  );
}

function hostOf(href: string): string {
  const host = URL.parse(href)?.hostname ?? '';
  return host.length > hostMax ? `…${host.slice(1 - hostMax)}` : host;
}
