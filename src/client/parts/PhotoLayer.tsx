import { SoftImage } from './media/SoftImage.tsx';

export type PhotoLayerProps = {
  /** address of the picture; undefined while there is none to be had */
  src: string | undefined;
  /** nothing is at this address */
  onBroken?: ((src: string) => void) | undefined;
};

/** A picture behind a conversation, dimmed so far that words over it can be read in both themes (chatLook.css). It is a layer of its own, which no scrolling paints again. */
export function PhotoLayer({ src, onBroken }: PhotoLayerProps) {
  return (
    <div aria-hidden className="photo-ground pointer-events-none absolute inset-0 overflow-hidden rounded-[inherit]">
      {/* Until it is there, and where it is not, the plain ground stays. */}
      <SoftImage src={src} onBroken={onBroken} />
    </div>
  );
}
