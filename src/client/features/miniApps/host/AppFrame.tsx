import type { Ref } from 'react';

export type AppFrameProps = {
  ref: Ref<HTMLIFrameElement>;
  name: string;
  url: string;
  /** permissions of the browser, as `toAllow` makes them */
  allow: string;
  onLoad: () => void;
};

/**
 * The frame of a mini-app's page. Scripts and forms, an origin of its own, and nothing else: no windows, no dialogs of the browser, no downloads, no way to lead
 * the messenger elsewhere. It has no name that another frame could aim at.
 */
export function AppFrame({ ref, name, url, allow, onLoad }: AppFrameProps) {
  return (
    <iframe
      ref={ref}
      title={name}
      src={url}
      sandbox="allow-scripts allow-same-origin allow-forms"
      allow={allow}
      referrerPolicy="no-referrer"
      onLoad={onLoad}
      className="block size-full border-0"
    />
  );
}
