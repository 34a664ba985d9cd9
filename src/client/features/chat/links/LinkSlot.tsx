import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { LinkPaneProps } from './LinkPane.tsx';

/** Most conversations show no card: its code comes with the first one, or once the screen has come to rest. */
export const LazyLinkPane = lazyPart<LinkPaneProps>(() => import('./LinkPane.tsx').then((m) => m.LinkPane));

/** The place of a link's card below the words of its bubble: always as high, before it is drawn and whatever of it is there. */
export function LinkSlot(props: LinkPaneProps) {
  const { p, x } = props.link;
  return (
    <div
      className="-mx-[13px] mt-[7px] -mb-[7px] h-[calc(var(--link-pic)+var(--link-words)*var(--text-scale))]"
      style={{ '--link-pic': p ? '136px' : '0px', '--link-words': x === undefined ? '86px' : '124px' } as object}
    >
      <LazyLinkPane {...props} />
    </div>
  );
}
